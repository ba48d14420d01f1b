// The control under a chart: a button that opens a menu of six files, made in the browser.

const XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const FORMATS = {
  png: ["PNG", png],
  svg: ["SVG", svg],
  pdf: ["PDF", pdf],
  html: ["HTML", html],
  csv: ["CSV", async ({ files }) => new Blob([files.csv], { type: "text/csv;charset=utf-8" })],
  xlsx: ["Excel", async ({ files }) => new Blob([files.xlsx], { type: XLSX_TYPE })],
};
const busyControls = new WeakSet();
const waiting = new WeakMap(); // a control → what takes the data of its next run
const LONGEST = 120_000; // ms for the server to make what was asked for

function fromBase64(text) {
  return Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
}

function unpacked({ made, ...data }) {
  const { title, figure, csv, xlsx } = made;
  const files = { csv: csv && fromBase64(csv), xlsx: xlsx && fromBase64(xlsx) };
  return { ...data, title, figure: figure && JSON.parse(figure), files };
}

// The data with what a format is made of: the server makes it when somebody asks for it.
function ordered(control, data, format, ask) {
  if (data.made?.format === format) return data;
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(failure("failed")), LONGEST);
    waiting.set(control, (now) => {
      if (now.shown === data.shown && now.made?.format !== format) return;
      clearTimeout(late);
      waiting.delete(control);
      // Another filter was chosen meanwhile: a file of what was shown is wanted no more.
      if (now.shown === data.shown) resolve(now);
      else reject(failure("failed"));
    });
    ask(format);
  });
}

function save(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.hidden = true;
  document.body.append(link);
  link.click();
  link.remove();
  // The browser reads the address after the click: freeing it at once would lose the file.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

async function make(control, data, format, ask) {
  if (busyControls.has(control)) return;
  const { open, status, menu } = parts(control);
  busyControls.add(control);
  menu.hidePopover();
  open.setAttribute("aria-disabled", "true");
  status.className = "busy";
  status.textContent = data.words.busy;
  try {
    // Lets the words appear before a large image keeps the browser busy.
    await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)));
    const name = `${data.name}.${format}`;
    const order = unpacked(await ordered(control, data, format, ask));
    save(await FORMATS[format][1](order), name);
    status.className = "saved";
    status.textContent = `${data.words.saved} ${name}`;
  } catch (error) {
    console.error(error);
    status.className = "failed";
    status.textContent = data.words[error.text] ?? data.words.failed;
  } finally {
    busyControls.delete(control);
    open.removeAttribute("aria-disabled");
    status.dataset.name = data.name;
  }
}

function parts(control) {
  return {
    open: control.querySelector(".open"),
    menu: control.querySelector(".menu"),
    status: control.querySelector("[role=status]"),
  };
}

// The menu is in the browser's top layer, so no container of the page can cut it off.
function place(open, menu) {
  const button = open.getBoundingClientRect();
  const box = menu.getBoundingClientRect();
  const below = button.bottom + 4;
  const top = below + box.height <= innerHeight ? below : Math.max(4, button.top - 4 - box.height);
  const left = Math.max(4, Math.min(button.left, innerWidth - box.width - 4));
  menu.style.top = `${top}px`;
  menu.style.left = `${left}px`;
}

function moveFocus(menu, event, root) {
  const items = [...menu.querySelectorAll("[role=menuitem]")];
  const at = items.indexOf(root.activeElement);
  const to = {
    ArrowDown: (at + 1) % items.length,
    ArrowUp: (at - 1 + items.length) % items.length,
    Home: 0,
    End: items.length - 1,
  }[event.key];
  if (to !== undefined) {
    event.preventDefault();
    items[to].focus();
  } else if (event.key === "Tab") {
    menu.hidePopover();
  }
}

function fillMenu(menu, words) {
  menu.replaceChildren(
    ...Object.entries(FORMATS).map(([format, [label]], index) => {
      const item = document.createElement("button");
      item.type = "button";
      item.role = "menuitem";
      item.tabIndex = -1;
      item.autofocus = index === 0; // what an opening popover gives the focus to
      item.dataset.format = format;
      const name = document.createElement("b");
      name.textContent = label;
      const hint = document.createElement("span");
      hint.textContent = words.formats[format];
      item.append(name, " ", hint);
      return item;
    }),
  );
}

// Streamlit calls this at mounting and again whenever the data change; the elements stay.
export default function ({ data: json, parentElement, setTriggerValue }) {
  const data = JSON.parse(json);
  const control = parentElement.querySelector(".export");
  const { open, menu, status } = parts(control);
  waiting.get(control)?.(data);
  control.lang = data.lang;
  open.querySelector(".word").textContent = data.words.open;
  open.setAttribute("aria-label", data.words.open_label);
  menu.setAttribute("aria-label", data.words.open_label);
  if (menu.lang !== data.lang) {
    menu.lang = data.lang;
    fillMenu(menu, data.words);
  }
  if (!busyControls.has(control) && status.dataset.name !== data.name) status.textContent = "";

  const follow = () => place(open, menu);
  const root = control.getRootNode();
  open.popoverTargetElement = menu;
  open.onclick = (event) => {
    if (busyControls.has(control)) event.preventDefault();
  };
  open.onkeydown = (event) => {
    if (event.key !== "ArrowDown" || busyControls.has(control)) return;
    event.preventDefault();
    menu.showPopover();
  };
  menu.onclick = (event) => {
    const item = event.target.closest("[data-format]");
    if (item) make(control, data, item.dataset.format, (it) => setTriggerValue("asked", it));
  };
  menu.onkeydown = (event) => moveFocus(menu, event, root);
  menu.onbeforetoggle = ({ newState }) => {
    if (newState === "closed" && menu.contains(root.activeElement)) open.focus();
  };
  menu.ontoggle = ({ newState }) => {
    const shown = newState === "open";
    open.setAttribute("aria-expanded", String(shown));
    if (shown) {
      follow();
      addEventListener("scroll", follow, true);
      addEventListener("resize", follow);
    } else {
      removeEventListener("scroll", follow, true);
      removeEventListener("resize", follow);
    }
  };
  return () => {
    removeEventListener("scroll", follow, true);
    removeEventListener("resize", follow);
  };
}
