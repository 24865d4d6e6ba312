// Nothing on the page needs this. It filters lines, opens all words at once, and sets two accounts beside each other.
"use strict";
(() => {
  const byId = (id) => document.getElementById(id);
  const all = (selector, within = document) => Array.from(within.querySelectorAll(selector));
  const filter = byId("filter");
  const lines = all(".line").map((line) => [line, line.textContent.toLowerCase()]);

  const apply = () => {
    const wanted = filter.value.trim().toLowerCase();
    let shown = 0;
    for (const [line, text] of lines) {
      line.hidden = wanted !== "" && !text.includes(wanted);
      shown += line.hidden ? 0 : 1;
    }
    for (const group of all("[data-group]")) {
      group.hidden = wanted !== "" && group.querySelector(".line:not([hidden])") === null;
    }
    byId("matches").textContent = wanted === "" ? "" : `${shown} of ${lines.length} lines`;
  };

  if (filter) {
    for (const tools of all(".tools")) tools.hidden = false;
    filter.addEventListener("input", apply);
    document.addEventListener("keydown", (event) => {
      const typing = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
      if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey) {
        event.preventDefault();
        filter.focus();
      } else if (event.key === "Escape" && event.target === filter) {
        filter.value = "";
        apply();
      }
    });
  }

  const toggle = byId("open-all");
  if (toggle) {
    toggle.addEventListener("click", () => {
      const open = toggle.getAttribute("aria-pressed") !== "true";
      toggle.setAttribute("aria-pressed", String(open));
      toggle.textContent = open ? "Close all words" : "Open all words";
      for (const details of all("details.words")) details.open = open;
    });
  }

  for (const link of all("a.beside")) {
    link.addEventListener("click", () => {
      byId(`left-${link.dataset.left}`).checked = true;
      byId(`right-${link.dataset.right}`).checked = true;
    });
  }
})();
