// Names for what Django's admin leaves without one: the boxes of select2, and the fields of rows, which are named by the
// head of their column.

const { row } = document.currentScript.dataset;

function headOf(field) {
  if (field.closest("td.delete")) return field.closest("table").querySelector("th:last-child").textContent.trim();
  const column = [...(field.closest("td")?.classList ?? [])].find((name) => name.startsWith("field-"));
  const head = column && field.closest("table").querySelector(`th.column-${column.slice("field-".length)}`);
  return head?.textContent.trim() ?? "";
}

function labelOf(field) {
  const label = field.id && document.querySelector(`label[for="${field.id}"]`);
  return label ? label.textContent.trim().replace(/:$/, "") : headOf(field);
}

function set(element, text) {
  if (element.getAttribute("aria-label") !== text) element.setAttribute("aria-label", text);
}

function nameBox(box) {
  const field = box.previousElementSibling;
  const selection = box.querySelector(".select2-selection");
  const text = field && selection ? labelOf(field) : "";
  if (!text) return;
  const shown = selection.querySelector(".select2-selection__rendered");
  if (selection.classList.contains("select2-selection--single")) {
    selection.removeAttribute("aria-labelledby");
    set(selection, [text, shown.getAttribute("title")].filter(Boolean).join(": "));
    set(shown, text);
  }
  for (const search of box.querySelectorAll(".select2-search__field")) set(search, text);
  for (const clear of shown.querySelectorAll(":scope > .select2-selection__clear")) {
    if (shown.tagName === "UL") clear.setAttribute("role", "listitem");
  }
}

function nameRows() {
  for (const field of document.querySelectorAll(".tabular td :is(input:not([type=hidden]), select, textarea)")) {
    if (!field.labels?.length && !field.closest(".select2-container")) {
      const text = headOf(field);
      if (text) set(field, text);
    }
  }
  for (const head of document.querySelectorAll(".tabular th.original:empty")) {
    head.append(Object.assign(document.createElement("span"), { className: "visually-hidden", textContent: row }));
  }
}

function nameAll() {
  document.querySelectorAll(".select2-container").forEach(nameBox);
  nameRows();
}

new MutationObserver(nameAll).observe(document.body, { childList: true, subtree: true, attributeFilter: ["title"] });
nameAll();
