// Search in the text: whatever the width or case of the letters. Hits are painted by the browser
// (CSS highlights), so that a search changes nothing in the document.

const paint = (name, ranges) => {
  if (!CSS.highlights) return;
  if (ranges.length) CSS.highlights.set(name, new Highlight(...ranges));
  else CSS.highlights.delete(name);
};

// A kana and its voicing mark may be two characters (ｶﾞ): they are folded together.
const CLUSTER = /[^](?:[\u3099\u309a\uff9e\uff9f\u0300-\u036f])*/gu;

/** Fold letters to one width and case; `at[i]` is where the folded character i began. */
function fold(text) {
  const parts = [];
  const at = [];
  for (const cluster of text.matchAll(CLUSTER)) {
    const folded = cluster[0].normalize("NFKC").toLowerCase();
    for (let i = 0; i < folded.length; i++) at.push(cluster.index);
    parts.push(folded);
  }
  at.push(text.length);
  return { text: parts.join(""), at };
}

/** Index the text of an element: its text nodes, where each begins, and all of it folded. */
function indexed(element) {
  const nodes = [];
  const starts = [];
  let length = 0;
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    nodes.push(node);
    starts.push(length);
    length += node.data.length;
  }
  return { nodes, starts, folded: fold(nodes.map((node) => node.data).join("")) };
}

/** Return the node at an offset; an end belongs to the node before it. */
function placed({ nodes, starts }, offset, end) {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle] < offset || (!end && starts[middle] === offset)) low = middle;
    else high = middle - 1;
  }
  return [nodes[low], offset - starts[low]];
}

/** Return the hits of a query as ranges, in the order of the text. */
function sought(index, query) {
  const { text, at } = index.folded;
  const wanted = fold(query.trim()).text;
  const ranges = [];
  for (let hit = wanted ? text.indexOf(wanted) : -1; hit >= 0; ) {
    let end = hit + wanted.length;
    // One character may fold to several (㍿): a hit that ends inside it takes all of it.
    while (at[end] === at[end - 1]) end++;
    const range = document.createRange();
    range.setStart(...placed(index, at[hit], false));
    range.setEnd(...placed(index, at[end], true));
    ranges.push(range);
    hit = text.indexOf(wanted, hit + wanted.length);
  }
  return ranges;
}

const clearHits = () => ["yomi-hits", "yomi-hit"].forEach((name) => paint(name, []));

/** Let the search box work; `reach(range)` scrolls there, `drawn(ranges)` hears of new hits. */
function finder(box, article, words, reach, drawn) {
  const input = box.querySelector("input");
  const output = box.querySelector("output");
  const [previous, next] = box.querySelectorAll("button");
  let index = null;
  let hits = [];
  let current = -1;

  input.placeholder = words.find;
  input.setAttribute("aria-label", words.find);
  previous.ariaLabel = previous.title = words.previous_hit;
  next.ariaLabel = next.title = words.next_hit;
  const show = () => {
    paint("yomi-hits", hits);
    paint("yomi-hit", hits.slice(current, current + 1));
    previous.disabled = next.disabled = hits.length === 0;
    const said = filled(words.hits, { number: current + 1, total: hits.length });
    output.textContent = hits.length ? said : input.value.trim() && words.no_hits;
    if (hits.length) reach(hits[current]);
  };
  const step = (by) => {
    if (!hits.length) return;
    current = (current + by + hits.length) % hits.length;
    show();
  };
  const seek = () => {
    if (input.value) index ??= indexed(article);
    hits = input.value ? sought(index, input.value) : [];
    current = 0;
    show();
    drawn(hits);
  };

  // Letters that an input method has not settled yet are no query.
  box.oninput = (event) => event.isComposing || seek();
  input.oncompositionend = seek;
  box.onclick = (event) => step(Number(event.target.closest("button")?.dataset.step ?? 0));
  input.onkeydown = (event) => {
    if (event.isComposing) return;
    if (event.key === "Escape" && input.value) {
      input.value = "";
      seek();
    } else if (event.key === "Enter") step(event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return seek;
}
