// A table as HTML, so that it is read without sight or mouse; each row leads to its sentence.
export default function ({ data, parentElement, setTriggerValue }) {
  const { caption, columns, rows, chosen, lead } = JSON.parse(data);
  const table = document.createElement("table");
  const cell = (row, tag, text) => {
    const made = row.appendChild(document.createElement(tag));
    made.textContent = text;
    return made;
  };
  table.appendChild(document.createElement("caption")).textContent = caption;
  const head = table.createTHead().insertRow();
  for (const name of columns) cell(head, "th", name).scope = "col";
  const body = table.createTBody();
  for (const { id, cells } of rows) {
    const row = body.insertRow();
    row.setAttribute("aria-current", id === chosen);
    const first = cell(row, "th", "");
    first.scope = "row";
    if (id) {
      const button = first.appendChild(document.createElement("button"));
      button.type = "button";
      button.textContent = cells[0];
      button.title = lead;
      button.ariaLabel = cells.slice(0, 3).filter(Boolean).join(", ");
      row.onclick = () => setTriggerValue("pick", id);
    } else {
      first.textContent = cells[0];
    }
    for (const text of cells.slice(1)) cell(row, "td", text);
  }
  const frame = parentElement.querySelector(".frame");
  const focused = parentElement.activeElement?.ariaLabel;
  frame.replaceChildren(table);
  // The table is drawn anew after each choice: whoever uses the keyboard stays in his row.
  if (focused) [...table.querySelectorAll("button")].find((b) => b.ariaLabel === focused)?.focus();
}
