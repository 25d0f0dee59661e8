// Switching the language keeps the anchor and the query, and is remembered for the root page.
(() => {
  "use strict"

  const carry = (event) => {
    const link = event.target.closest?.("a[data-ik-locale]")
    if (!link) return
    link.href = link.href.split(/[?#]/)[0] + location.search + location.hash
    try { localStorage.setItem("i18nkit.locale", link.dataset.ikLocale) } catch {}
  }
  document.addEventListener("click", carry, true)
  document.addEventListener("auxclick", carry, true)
})()
