// The search box. Nothing of the index is fetched before it is opened.
(() => {
  "use strict"

  const dialog = document.getElementById("ik-search")
  if (!dialog) return
  const words = JSON.parse(dialog.dataset.words)
  const field = dialog.querySelector("input")
  const list = dialog.querySelector("[role=listbox]")
  const status = dialog.querySelector("[role=status]")
  const retry = dialog.querySelector(".ik-search__retry")
  const folder = new URL(dialog.dataset.folder, document.baseURI)
  const site = new URL("..", folder)
  const locale = document.documentElement.lang
  const SHOWN = 12
  const TERMS = 3

  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole)

  // ---- what is typed, as it lies in the index

  let engine
  const load = () => (engine ??= start().catch((error) => { engine = undefined; throw error }))

  async function start() {
    const [pagefind, table] = await Promise.all([
      import(new URL("pagefind.js", folder)),
      fetch(new URL("fold.json", folder)).then((answer) => {
        if (!answer.ok) throw new Error(`fold.json: ${answer.status}`)
        return answer.json()
      }),
    ])
    await pagefind.init()
    const to = [...table.to]
    return {
      pagefind,
      han: new RegExp(`[${table.han}]+`, "gu"),
      folded: new Map([...table.from].map((character, i) => [character, to[i]])),
    }
  }

  const fold = ({ folded }, text) => Array.from(text, (c) => folded.get(c) ?? c).join("")

  const bare = (text) => text.normalize("NFKD").replace(/[^\p{L}\p{N}]+/gu, "").toLowerCase()

  // Han characters stand apart in the index: `all` finds the pages that have every one, each run then asks for its
  // characters in a row. Pagefind takes one phrase at a time. It knows GPT-3 as one word and as two, but in Chinese
  // takes it apart when asked: so it is asked for both.
  function questions(engine, typed) {
    const text = fold(engine, typed.normalize("NFKC"))
    const runs = text.match(engine.han) ?? []
    const words = text.replace(engine.han, " ").match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}.\-+#/:_']*/gu) ?? []
    const apart = runs.map((run) => [...run].join(" "))
    const all = new Set([words.map(bare), words].map((these) => [...apart, ...these].join(" ")))
    return { text, runs, words, all, phrases: apart.filter((run) => run.length > 1).map((run) => `"${run}"`) }
  }

  async function find({ pagefind }, { all, phrases }) {
    const found = new Map()
    for (const question of all) {
      const { results } = question ? await pagefind.search(question) : { results: [] }
      for (const hit of results) if (!(found.get(hit.id)?.score > hit.score)) found.set(hit.id, hit)
    }
    let hits = [...found.values()].sort((a, b) => b.score - a.score)
    for (const phrase of phrases) {
      const there = new Set((await pagefind.search(phrase)).results.map(({ id }) => id))
      hits = hits.filter(({ id }) => there.has(id))
    }
    return hits
  }

  // For a word that it does not know, Pagefind shortens it until something fits; a page must have more than half of it.
  const says = (page, { words }) => {
    const content = bare(page.content)
    return words.every((word) => content.includes(bare(word).slice(0, Math.ceil(bare(word).length * 0.6))))
  }

  // ---- what is found

  function marked(engine, text, { runs, words }) {
    const sought = [...runs, ...words.map((word) => word.toLowerCase()).filter((word) => word.length > 1)]
    const plain = fold(engine, text).toLowerCase()
    const piece = document.createDocumentFragment()
    if (plain.length !== text.length) return piece.append(text), piece
    let at = 0
    while (at < text.length) {
      const next = sought
        .map((word) => ({ word, place: plain.indexOf(word, at) }))
        .filter(({ place }) => place >= 0)
        .sort((a, b) => a.place - b.place || b.word.length - a.word.length)[0]
      if (!next) break
      piece.append(text.slice(at, next.place))
      const mark = document.createElement("mark")
      mark.textContent = text.slice(next.place, next.place + next.word.length)
      piece.append(mark)
      at = next.place + next.word.length
    }
    piece.append(text.slice(at))
    return piece
  }

  const nameOf = (tag) => document.querySelector(`a[data-ik-locale="${CSS.escape(tag)}"]`)?.textContent.trim() ?? tag

  function line(parent, name, content, lang) {
    if (!content) return
    const element = document.createElement("span")
    element.className = `ik-hit__${name}`
    if (lang) element.lang = lang
    element.append(content)
    parent.append(element)
  }

  function option(engine, { meta }, question, number) {
    const hit = document.createElement("a")
    hit.className = "ik-hit"
    hit.id = `ik-hit-${number}`
    hit.setAttribute("role", "option")
    hit.setAttribute("aria-selected", "false")
    hit.tabIndex = -1
    hit.href = new URL(meta.page, site)
    const latin = /^[\p{Script=Latin}\p{N}\p{P}\p{Z}\p{S}]+$/u
    line(hit, "kind", words[`kind_${meta.kind}`])
    const lang = (title) => latin.test(title) ? "en" : ""
    line(hit, "title", marked(engine, meta.title, question), lang(meta.title))
    line(hit, "subtitle", meta.subtitle && marked(engine, meta.subtitle, question), lang(meta.subtitle))
    if (meta.excerpt) line(hit, "excerpt", marked(engine, meta.excerpt, question), meta.lang)
    if (meta.excerpt && meta.lang !== locale) line(hit, "borrowed", fill(words.search_borrowed, { language: nameOf(meta.lang) }))
    return hit
  }

  // ---- the dialog

  let turn = 0
  let active = -1

  function choose(number) {
    const hits = [...list.children]
    active = hits.length ? (number + hits.length) % hits.length : -1
    hits.forEach((hit, i) => hit.setAttribute("aria-selected", String(i === active)))
    if (active < 0) return field.removeAttribute("aria-activedescendant")
    field.setAttribute("aria-activedescendant", hits[active].id)
    hits[active].scrollIntoView({ block: "nearest" })
  }

  function show(text, { hits = [], failed = false, typed = field.value } = {}) {
    status.textContent = text
    retry.hidden = !failed
    dialog.dataset.answered = typed
    dialog.dataset.state = failed ? "failed" : hits.length ? "found" : "empty"
    list.replaceChildren(...hits)
    field.setAttribute("aria-expanded", String(hits.length > 0))
    choose(hits.length ? 0 : -1)
    list.scrollTop = 0
  }

  async function search() {
    const mine = ++turn
    const typed = field.value
    const query = typed.trim()
    if (!query) return show(words.search_start)
    delete dialog.dataset.answered
    const late = setTimeout(() => mine === turn && (status.textContent = words.search_busy), 250)
    try {
      const engine = await load()
      const question = questions(engine, query)
      const found = await find(engine, question)
      const first = await Promise.all(found.slice(0, 2 * SHOWN).map((hit) => hit.data()))
      if (mine !== turn) return
      const named = (page) => Number(bare(fold(engine, page.meta.title)) === bare(question.text))
      const fitting = first.filter((page) => says(page, question)).sort((a, b) => named(b) - named(a))
      // The glossary says a common word so often that no paper would be left: its further terms come last.
      const further = fitting.filter((page) => page.meta.kind === "term").slice(TERMS)
      const pages = [...fitting.filter((page) => !further.includes(page)), ...further].slice(0, SHOWN)
      const count = found.length - first.length + fitting.length
      const text = !pages.length ? words.search_none
        : count === 1 ? words.search_one
        : count > pages.length ? words.search_many : words.search_some
      const hits = pages.map((page, number) => option(engine, page, question, number))
      show(fill(text, { query, count, shown: pages.length }), { hits, typed })
    } catch (error) {
      if (mine === turn) show(words.search_failed, { failed: true })
    } finally {
      clearTimeout(late)
    }
  }

  let pause
  const soon = () => { clearTimeout(pause); pause = setTimeout(search, 120) }

  function open() {
    if (dialog.open) return field.select()
    dialog.showModal()
    field.focus()
    field.select()
    if (!field.value) show(words.search_start)
    load().catch(() => show(words.search_failed, { failed: true }))
  }

  field.addEventListener("input", (event) => { if (!event.isComposing) soon() })
  field.addEventListener("compositionend", soon)
  retry.addEventListener("click", () => { field.focus(); show(""); load().then(search, () => show(words.search_failed, { failed: true })) })
  dialog.querySelector(".ik-search__close").addEventListener("click", () => dialog.close())
  dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close() })
  list.addEventListener("click", (event) => {
    if (event.target.closest("a") && !(event.metaKey || event.ctrlKey || event.shiftKey)) dialog.close()
  })

  field.addEventListener("keydown", (event) => {
    if (event.isComposing) return
    if (event.key === "ArrowDown") choose(active + 1)
    else if (event.key === "ArrowUp") choose(active - 1)
    else if (event.key === "Enter") list.children[active]?.click()
    else return
    event.preventDefault()
  })

  for (const button of document.querySelectorAll("[data-ik-search-open]")) button.addEventListener("click", open)

  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input, textarea, select, [contenteditable]")
    const slash = event.key === "/" && !typing && !event.metaKey && !event.ctrlKey && !event.altKey
    const k = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey
    if (!slash && !k) return
    event.preventDefault()
    event.stopPropagation()
    open()
  }, true)
})()
