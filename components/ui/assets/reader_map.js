// The thin map beside the text: every highlight a tick at its height, one path for each kind.

const FACTS = new Set(["amount", "date", "rank", "quotation", "number"]);
const svg = (name, attributes) => {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
};

/** Return the paths of a map 1000 high, and the highlights with their heights. */
function ticked(r, hits) {
  const frame = r.article.getBoundingClientRect();
  const height = (place) => {
    const rect = place.getBoundingClientRect();
    return (1000 * (rect.top + rect.height / 2 - frame.top)) / (frame.height || 1);
  };
  const strokes = new Map();
  const add = (name, from, to, y) =>
    strokes.set(name, `${strokes.get(name) ?? ""}M${from} ${y.toFixed(1)}H${to}`);
  for (const heading of r.article.querySelectorAll("h2")) add("heads", 0, 14, height(heading));
  const ticks = r.marks().map((mark) => ({ mark, y: height(mark) }));
  for (const { mark, y } of ticks) {
    const kind = kindOf(mark);
    const faint = mark.closest(".dim") ? " faint" : "";
    add(`y-${kind}${faint}`, ...(FACTS.has(kind) ? [8, 13] : [1, 7]), y);
  }
  for (const hit of hits) add("hits", 0, 14, height(hit));
  return { ticks, paths: [...strokes].map(([name, d]) => svg("path", { class: name, d })) };
}

/** Draw the map and keep it true as the text is resized or scrolled; a click leads there. */
function charted(r, map, signal) {
  let ticks = [];
  let found = [];
  const view = svg("rect", { width: 14 });
  const look = () => {
    const frame = r.article.getBoundingClientRect();
    const port = r.scroller.getBoundingClientRect();
    const scale = 1000 / (frame.height || 1);
    const top = Math.max(0, (port.top - frame.top) * scale);
    const bottom = Math.min(1000, (port.bottom - frame.top) * scale);
    view.setAttribute("y", top);
    view.setAttribute("height", Math.max(0, bottom - top));
  };
  let waiting = 0;
  const draw = () => {
    waiting ||= window.requestAnimationFrame(redraw);
  };
  const redraw = () => {
    waiting = 0;
    const drawn = ticked(r, found);
    ticks = drawn.ticks;
    map.replaceChildren(view, ...drawn.paths);
    look();
  };
  const resized = new ResizeObserver(draw);
  resized.observe(r.article);
  signal.addEventListener("abort", () => resized.disconnect());
  r.scroller.addEventListener("scroll", look, { passive: true, signal });
  map.onclick = (event) => {
    event.stopPropagation();
    const frame = map.getBoundingClientRect();
    const y = (1000 * (event.clientY - frame.top)) / frame.height;
    const away = (tick) => Math.abs(tick.y - y);
    const nearest = ticks.reduce((a, b) => (a && away(a) <= away(b) ? a : b), null);
    if (nearest) go(r, idsOf(nearest.mark)[0]);
  };
  return {
    draw,
    hits(ranges) {
      found = ranges;
      draw();
    },
  };
}
