// What a card says, built of plain words: nothing from the article becomes HTML here.

const make = (name, classes, text, ...children) => {
  const element = document.createElement(name);
  if (classes) element.className = classes;
  if (text) element.textContent = text;
  element.append(...children);
  return element;
};
const button = (text, label, data, classes = "") => {
  const element = make("button", classes, text);
  element.type = "button";
  if (label) element.setAttribute("aria-label", label);
  Object.assign(element.dataset, data);
  return element;
};
const filled = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
const listed = (rows) =>
  make("dl", "", "", ...rows.flatMap(([name, value]) => [make("dt", "", name), make("dd", "", value)]));

/** Return the cards with what follows from them: whose mention each id is, and which in a row. */
function bound(cards) {
  const rows = new Map(Object.keys(cards.entities).map((entity) => [entity, []]));
  const ranks = cards.mentions.map((entity, index) => rows.get(entity).push(`mention-${index}`));
  const numberOf = (id) => (id.startsWith("mention-") ? Number(id.slice(8)) : -1);
  const standins = new Set(cards.standins);
  return {
    facts: cards.facts,
    entityOf: (id) => cards.entities[cards.mentions[numberOf(id)]],
    cardOf: (id) => cards.entities[cards.mentions[numberOf(id)]] ?? cards.facts[id],
    standsIn: (id) => standins.has(numberOf(id)),
    rankOf: (id) => ranks[numberOf(id)],
    rowOf: (id) => rows.get(cards.mentions[numberOf(id)]) ?? [id],
  };
}

/** Name the cards of ids in one line, for those who hear them. */
const spokenOf = (book, ids) =>
  ids
    .map(book.cardOf)
    .filter(Boolean)
    .map((card) => `${card.label} ${card.title}`)
    .join("、");

/** Return the section on one id; `text` is the highlight's own, `sentenceOf` places facts. */
function sectionOf(book, id, text, words, sentenceOf) {
  const entity = book.entityOf(id);
  const card = book.cardOf(id);
  if (!card) return [];
  const title = make("h3", "", card.title);
  if (card.other) title.append(make("small", "", card.other));
  const parts = [make("p", "kind", "", make("span", `y y-${card.kind}`, card.label)), title];
  if (book.standsIn(id))
    parts.push(make("p", "stands", filled(words.stands, { text, name: card.title })));
  parts.push(listed(card.rows));
  const ways = make("div", "ways");
  if (entity) ways.append(...steps(book, id, words));
  const lead = entity ? entity.drawn && id : card.lead;
  if (lead) ways.append(button(words.show, "", { show: lead }, "lead"));
  if (ways.childElementCount) parts.push(ways);
  if (entity) parts.push(...shares(book, entity.facts, sentenceOf(id), words, sentenceOf));
  return [make("div", "", "", ...parts)];
}

function steps(book, id, words) {
  const total = book.rowOf(id).length;
  const said = filled(words.mention, { number: book.rankOf(id), total });
  const back = button("←", words.previous, { step: "-1", id });
  const on = button("→", words.next, { step: "1", id });
  back.disabled = on.disabled = total < 2;
  return [back, make("span", "", said), on];
}

function shares(book, facts, sentence, words, sentenceOf) {
  const entry = (id) => {
    const { label, line } = book.facts[id];
    return make("li", "", "", make("span", "", label), button(line, "", { fact: id }));
  };
  const entries = (ids) => make("ul", "", "", ...ids.map(entry));
  const here = facts.filter((id) => sentenceOf(id) === sentence);
  const others = facts.filter((id) => sentenceOf(id) !== sentence);
  const parts = here.length ? [make("h4", "", words.here), entries(here)] : [];
  if (!others.length) return parts;
  const summary = make("summary", "", filled(words.elsewhere, { count: others.length }));
  return [...parts, make("details", "", "", summary, entries(others))];
}
