// The reader: text, legend, pointer and keys. Listeners sit on the whole, not on each highlight.

const readers = new WeakMap();
const switchedOff = new Set(); // lives as long as the browser's tab, over all pages

export default function ({ data, parentElement, setTriggerValue }) {
  const payload = JSON.parse(data);
  let reader = readers.get(parentElement);
  if (!reader || reader.version !== payload.version || !reader.root.isConnected) {
    reader?.close();
    reader = opened(parentElement.querySelector(".reader"), payload);
    readers.set(parentElement, reader);
  }
  reader.send = setTriggerValue;
  update(reader, payload);
  return () => parentElement.isConnected || reader.close();
}

/** Return the element that scrolls the page, through shadow roots. */
function scrollerOf(element) {
  for (let node = element; node; node = node.parentNode ?? node.host) {
    if (!(node instanceof Element)) continue;
    if (/auto|scroll/.test(getComputedStyle(node).overflowY)) return node;
  }
  return document.scrollingElement;
}

/** Return how much of the page Streamlit's header covers: it lets text through beside a sidebar. */
function covered() {
  const header = document.querySelector('[data-testid="stHeader"]');
  if (!header || /, 0\)|transparent/.test(getComputedStyle(header).backgroundColor)) return 0;
  return Math.max(0, header.getBoundingClientRect().bottom);
}

function write(root, { html, legend, words }) {
  const article = root.querySelector("article");
  // markup.py escaped every character of the article: these tags are its own.
  article.innerHTML = html;
  article.setAttribute("aria-label", words.text);
  const [point, keys] = root.querySelectorAll(".keys span");
  point.textContent = legend.length ? words.point : words.empty;
  keys.textContent = legend.length ? words.keys : "";
}

/** Draw the text and what belongs to it; return the reader that the other functions work on. */
function opened(root, payload) {
  const { words } = payload;
  const [article, card] = ["article", ".card"].map((name) => root.querySelector(name));
  const closing = new AbortController();
  const { signal } = closing;
  write(root, payload);
  const all = [...article.querySelectorAll(".y:not(.y-more)")];
  const places = new Map();
  for (const mark of article.querySelectorAll("[data-id]:not(.y-more)"))
    for (const id of idsOf(mark)) places.set(id, mark);
  const r = {
    ...{ root, article, card, words, places, version: payload.version },
    ...{ shown: null, alone: null, pinned: false, stop: null, picked: "", timer: 0, left: {} },
    book: bound(payload.cards),
    scroller: scrollerOf(root),
    send: () => {},
    on: (mark) => !switchedOff.has(kindOf(mark)),
    marks: () => all.filter((mark) => r.on(mark)),
    sentenceOf: (id) => places.get(id)?.closest("[data-s]")?.dataset.s,
    listen: (element, type, handle) => element.addEventListener(type, handle, { signal }),
    close() {
      closing.abort();
      clearHits();
    },
  };
  let head = -1;
  const fit = () => {
    // Only when it changes: a new value makes the browser style the whole text again.
    if (head !== (head = covered())) root.style.setProperty("--head", `${head}px`);
  };
  r.listen(r.scroller, "scroll", fit);
  fit();
  r.map = charted(r, root.querySelector(".map"), signal);
  const refind = finder(root.querySelector(".find"), article, words, (hit) => bring(r, hit), r.map.hits);
  switches(r, payload.legend);
  pointed(r);
  clicked(r);
  typed(r);
  if (root.querySelector("input").value) refind();
  return r;
}

/** Return the innermost highlight around a node that is switched on. */
function around(r, node) {
  let mark = node.closest?.(".y");
  while (mark && !r.on(mark)) mark = mark.parentElement.closest(".y");
  return r.article.contains(mark) ? mark : null;
}

function switches(r, entries) {
  const legend = r.root.querySelector(".legend");
  const renew = () => {
    r.root.dataset.off = [...switchedOff].join(" ");
    for (const each of legend.children)
      each.setAttribute("aria-pressed", String(!switchedOff.has(each.dataset.kind)));
    if (!r.stop || !r.on(r.stop)) rest(r, r.marks()[0] ?? null);
    r.map.draw();
  };
  legend.setAttribute("aria-label", r.words.legend);
  legend.replaceChildren(
    ...entries.map(([kind, label, count]) => {
      const each = button("", "", { kind });
      each.append(make("span", `y y-${kind}`, label), make("span", "count", String(count)));
      return each;
    }),
  );
  legend.onclick = (event) => {
    const kind = event.target.closest("button")?.dataset.kind;
    if (!kind) return;
    if (!switchedOff.delete(kind)) switchedOff.add(kind);
    hide(r);
    renew();
  };
  renew();
}

/** Let cards come and go with the pointer and with the focus of the keyboard. */
function pointed(r) {
  const later = (what, delay) => {
    window.clearTimeout(r.timer);
    r.timer = window.setTimeout(what, delay);
  };
  r.listen(r.article, "pointerover", (event) => {
    const mark = event.pointerType === "touch" ? null : around(r, event.target);
    window.clearTimeout(r.timer);
    // What a closing card uncovers under a pointer at rest was not pointed at.
    if (r.pinned || (event.clientX === r.left.x && event.clientY === r.left.y)) return;
    if (mark && mark !== r.shown) later(() => show(r, mark, event), 90);
    else if (!mark && r.shown) later(() => hide(r), 250);
  });
  r.listen(r.card, "pointerenter", () => window.clearTimeout(r.timer));
  r.listen(r.root, "pointerleave", () => {
    window.clearTimeout(r.timer);
    const held = r.article.contains(r.root.getRootNode().activeElement);
    if (!r.pinned && !held) later(() => hide(r), 250);
  });
  r.listen(r.article, "focusin", (event) => {
    const mark = around(r, event.target);
    if (!mark) return;
    if (!r.pinned) show(r, mark);
    r.root.querySelector(".spoken").textContent = spokenOf(r.book, idsOf(mark));
  });
  r.listen(r.article, "focusout", (event) => {
    if (!r.pinned && !r.root.contains(event.relatedTarget)) hide(r);
  });
}

function clicked(r) {
  r.listen(r.root, "click", (event) => {
    const mark = r.article.contains(event.target) && around(r, event.target);
    const selecting = !(window.getSelection()?.isCollapsed ?? true);
    if (mark && !selecting) pin(r, mark, event);
    // The path, because a click in the card may have replaced what was clicked.
    else if (!event.composedPath().includes(r.card)) hide(r);
  });
  r.listen(r.card, "click", (event) => {
    const { step, id, fact, show: lead, close } = event.target.closest("button")?.dataset ?? {};
    if (step) {
      const row = r.book.rowOf(id);
      go(r, row[(row.indexOf(id) + Number(step) + row.length) % row.length]);
      r.card.querySelector(`[data-step="${step}"]`)?.focus({ preventScroll: true });
    } else if (fact) {
      go(r, fact, fact);
      r.card.focus({ preventScroll: true });
    } else if (lead) r.send("show", lead);
    else if (close !== undefined) {
      r.left = { x: event.clientX, y: event.clientY };
      leave(r);
    }
  });
}

const KEYS = { ArrowRight: 1, j: 1, ArrowLeft: -1, k: -1 };

function typed(r) {
  const step = (from, by) => {
    const order = r.marks();
    const next = order[(order.indexOf(from) + by + order.length) % order.length];
    rest(r, next);
    r.pinned = false;
    next.focus({ preventScroll: true });
    const { top, bottom } = next.getBoundingClientRect();
    if (top < 110 || bottom > window.innerHeight - 60) bring(r, next);
  };
  r.listen(document, "keydown", (event) => event.key === "Escape" && hide(r));
  r.listen(r.root, "keydown", (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const mark = r.article.contains(event.target) ? around(r, event.target) : null;
    if (event.key === "Escape" && r.shown) leave(r);
    else if (mark && event.key in KEYS) step(mark, KEYS[event.key]);
    else if (mark && (event.key === "Enter" || event.key === " ")) {
      pin(r, mark);
      r.card.focus({ preventScroll: true });
    } else return;
    event.preventDefault();
    event.stopPropagation();
  });
}

/** Show what changes from run to run: which sentences are dimmed, and what is in focus. */
function update(r, { dim, note: said, focus }) {
  const dimmed = new Set(dim);
  for (const sentence of r.article.querySelectorAll("[data-s]")) {
    const faint = dimmed.has(Number(sentence.dataset.s));
    sentence.classList.toggle("dim", faint);
    if (faint) sentence.setAttribute("aria-description", r.words.dim);
    else sentence.removeAttribute("aria-description");
  }
  r.map.draw();
  const note = r.root.querySelector(".note");
  note.hidden = !said;
  note.textContent = said;
  outline(r, focus);
  const mark = r.places.get(focus);
  if (mark && focus !== r.picked) {
    if (mark.matches(".y") && r.on(mark)) rest(r, mark);
    window.requestAnimationFrame(() => bring(r, mark));
  }
  r.picked = focus;
}
