// Dark and light, and the copy buttons.
(() => {
  "use strict"

  const root = document.documentElement
  const KEY = "i18nkit.colours"
  const button = document.querySelector("[data-ik-colours]")

  if (button) {
    const system = matchMedia("(prefers-color-scheme: dark)")
    const dark = () => (root.dataset.ikColours ?? (system.matches ? "dark" : "light")) === "dark"
    const label = () => {
      const text = dark() ? button.dataset.light : button.dataset.dark
      button.setAttribute("aria-label", text)
      button.title = text
    }
    button.addEventListener("click", () => {
      root.dataset.ikColours = dark() ? "light" : "dark"
      try { localStorage.setItem(KEY, root.dataset.ikColours) } catch {}
      label()
    })
    system.addEventListener("change", label)
    label()
  }

  const { copy, copied } = document.querySelector("[data-ik-copy]")?.dataset ?? {}
  for (const block of document.querySelectorAll(".ik-bibtex pre")) {
    if (!navigator.clipboard) break
    const button = document.createElement("button")
    button.type = "button"
    button.className = "ik-copy"
    button.textContent = copy ?? "Copy"
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(block.querySelector("code")?.textContent ?? block.textContent)
      button.textContent = copied ?? "Copied"
      setTimeout(() => { button.textContent = copy ?? "Copy" }, 2000)
    })
    block.before(button)
  }
})()
