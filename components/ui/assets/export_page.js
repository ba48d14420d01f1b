// One HTML file that needs nothing else: the chart with its Plotly, and the data as a table.

const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

function escaped(text) {
  return text.replace(/[&<>"']/g, (sign) => ESCAPES[sign]);
}

// JSON inside a script element: no "</script>" or "<!--" of the text may end or bend it.
function scriptJson(value) {
  return JSON.stringify(value).replace(/</g, "\\u003c");
}

// RFC 4180, as `csv_bytes` writes it.
function csvRows(text) {
  const rows = [[""]];
  const cells = /"((?:[^"]|"")*)"|([^",\r\n]+)|(,)|(\r\n)/g;
  for (const [, quoted, bare, comma, line] of text.matchAll(cells)) {
    const row = rows[rows.length - 1];
    if (comma) row.push("");
    else if (line) rows.push([""]);
    else row[row.length - 1] = quoted === undefined ? bare : quoted.replace(/""/g, '"');
  }
  rows.pop(); // what follows the last line's end
  return rows;
}

function tableHtml(text) {
  const [head, ...body] = csvRows(text);
  const line = (tag) => (cells) =>
    `<tr>${cells.map((cell) => `<${tag}>${escaped(cell)}</${tag}>`).join("")}</tr>`;
  return `<table><thead>${line("th")(head)}</thead><tbody>${body.map(line("td")).join("\n")}</tbody></table>`;
}

const PAGE_STYLE = `
body { margin: 1.5rem auto; max-width: 75rem; padding: 0 1rem; background: #fff; color: #1a1a1a;
  font-family: "Noto Sans JP","Noto Sans CJK JP","Hiragino Sans","Yu Gothic",Meiryo,sans-serif; }
summary { cursor: pointer; padding: .5rem 0; }
.rows { overflow-x: auto; }
table { border-collapse: collapse; font-size: .8rem; }
th, td { border-bottom: 1px solid #ddd; padding: .3rem .6rem; text-align: left; vertical-align: top; }
footer { margin-top: 1rem; font-size: .8rem; color: #555; }
`;

async function html(order) {
  const { source } = await plotly(order.plotly);
  const figure = onPaper(order.figure, order.width);
  delete figure.layout.width; // on a page the chart may be as wide as its window
  figure.layout.autosize = true;
  const data = new TextDecoder().decode(order.files.csv); // drops the BOM
  const page = `<!DOCTYPE html>
<html lang="${escaped(order.lang)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>${escaped(order.title)}</title>
<style>${PAGE_STYLE}</style>
<script>${source}</script>
</head>
<body>
<main>
<div id="chart"></div>
<details><summary>${escaped(order.words.page_data)}</summary>
<div class="rows">${tableHtml(data)}</div></details>
</main>
<footer>${escaped(order.words.made_by)}</footer>
<script>
const figure = ${scriptJson(figure)};
Plotly.newPlot("chart", figure.data, figure.layout, { responsive: true, displaylogo: false });
</script>
</body>
</html>
`;
  return new Blob([page], { type: "text/html" });
}
