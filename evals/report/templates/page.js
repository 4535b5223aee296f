"use strict";
const field = (id) => document.getElementById(id);
const talks = [...document.querySelectorAll(".talk")].map((element) => ({ element, text: element.textContent.normalize("NFKC").toLowerCase() }));
function filter() {
  const system = field("system").value, figure = field("figure").value, kind = field("kind").value;
  const words = field("words").value.normalize("NFKC").toLowerCase().split(/\s+/).filter(Boolean), missed = field("missed").checked, changed = Boolean(field("changed")?.checked);
  let count = 0;
  for (const { element, text } of talks) {
    const data = element.dataset, found = data.figures ? data.figures.split(" ") : [];
    const fits = (!system || data.system === system) && (!figure || found.includes(figure)) && (!kind || data.kind === kind)
      && (!missed || found.length > 0) && (!changed || "changed" in data) && words.every((word) => text.includes(word));
    element.hidden = !fits;
    count += fits;
  }
  field("count").textContent = `${count}件`;
  field("nothing").hidden = count > 0;
}
if (talks.length) {
  document.querySelector(".filter").addEventListener("input", filter);
  document.querySelector(".filter").addEventListener("submit", (event) => event.preventDefault());
  for (const link of document.querySelectorAll("[data-figure]")) link.addEventListener("click", () => { field("figure").value = link.dataset.figure; filter(); });
  filter();
}
