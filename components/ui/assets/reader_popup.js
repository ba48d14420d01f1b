// The card at a highlight: when it opens, where it stands, whether it stays.
// `r` is the reader: what it drew, and `shown`, `alone`, `pinned`, `stop`, `picked`.

const still = window.matchMedia("(prefers-reduced-motion: reduce)");
const phone = window.matchMedia("(max-width: 640px)");
const kindOf = (mark) => mark.classList[1].slice(2);
const idsOf = (mark) => mark.dataset.id.split(" ");

/** Scroll an element or a range to where the eye rests, above a card at the foot of a phone. */
function bring(r, place) {
  const rect = place.getBoundingClientRect();
  const page = r.scroller === document.scrollingElement;
  const top = page ? 0 : r.scroller.getBoundingClientRect().top;
  const aim = top + r.scroller.clientHeight * (phone.matches ? 0.22 : 0.4);
  r.scroller.scrollBy({ top: rect.top - aim, behavior: still.matches ? "auto" : "smooth" });
}

/** Make a highlight the one that Tab comes to. */
function rest(r, mark) {
  r.stop?.removeAttribute("tabindex");
  r.stop?.removeAttribute("role");
  r.stop = mark;
  mark?.setAttribute("tabindex", "0");
  // A button would hide the highlights inside it from those who hear the text.
  mark?.setAttribute("role", mark.querySelector(".y") ? "group" : "button");
}

/** Put the card under the line that was pointed at, or above it where there is more room. */
function settle(r, mark, event) {
  if (phone.matches) return;
  const frame = r.root.getBoundingClientRect();
  const lines = [...mark.getClientRects()];
  const line = lines.find((each) => event && event.clientY <= each.bottom) ?? lines[0];
  const roof = line.top - r.card.offsetHeight - 8;
  const fits = window.innerHeight - line.bottom > r.card.offsetHeight + 12;
  const top = fits || roof < 0 ? line.bottom + 8 : roof;
  const left = Math.min(line.left, frame.right - r.card.offsetWidth) - frame.left;
  r.card.style.top = `${top - frame.top}px`;
  r.card.style.left = `${Math.max(0, left)}px`;
}

function hide(r) {
  window.clearTimeout(r.timer);
  r.shown?.classList.remove("shown");
  r.shown?.removeAttribute("aria-expanded");
  r.shown = null;
  r.pinned = false;
  r.card.hidden = true;
}

/** Open the card of a highlight and of those around it, or of one fact alone. */
function show(r, mark, event, only = null) {
  window.clearTimeout(r.timer);
  if (r.shown === mark && r.alone === only) return;
  hide(r);
  r.shown = mark;
  r.alone = only;
  const ids = only ? [only] : [];
  for (let each = mark; !only && each; each = each.parentElement.closest(".y"))
    if (r.on(each)) ids.push(...idsOf(each));
  const close = button("×", r.words.close, { close: "" }, "close");
  const sections = ids.flatMap((id) =>
    sectionOf(r.book, id, r.places.get(id).textContent, r.words, r.sentenceOf),
  );
  r.card.replaceChildren(close, ...sections);
  r.card.setAttribute("aria-label", spokenOf(r.book, ids));
  r.card.scrollTop = 0;
  r.card.hidden = false;
  mark.classList.add("shown");
  mark.setAttribute("aria-expanded", "true");
  settle(r, mark, event);
}

function outline(r, id) {
  for (const mark of r.article.querySelectorAll(".y-focus")) mark.classList.remove("y-focus");
  if (!id) return;
  for (const mark of r.article.querySelectorAll(`[data-id~="${CSS.escape(id)}"]`))
    mark.classList.add("y-focus");
}

/** Keep the card of a highlight open, and tell Python which fact was chosen. */
function pin(r, mark, event, id = idsOf(mark)[0], only = null) {
  show(r, mark, event, only);
  r.pinned = true;
  if (mark.matches(".y")) rest(r, mark);
  r.picked = id;
  outline(r, id);
  r.send("pick", id);
}

/** Go to a fact or a mention, and open its card there. */
function go(r, id, only = null) {
  const mark = r.places.get(id);
  if (!mark) return;
  bring(r, mark);
  pin(r, mark, null, id, only);
}

/** Close the card and go back to the highlight that it belongs to. */
function leave(r) {
  const back = r.shown?.matches(".y") ? r.shown : r.stop;
  back?.focus({ preventScroll: true });
  hide(r);
}
