// A PDF of one page as large as the figure: its image at three times the resolution, lossless,
// under an invisible layer of its words, so that the page can be searched, copied and read aloud.
// No PDF library is needed for that, and none would carry a Japanese font in less than megabytes.

const PDF_SCALE = 3;
const POINTS = 0.75; // a CSS pixel is 1/96 inch, a point 1/72

async function pdf(order) {
  const { url, width, height } = await imageUrl(order, "png", PDF_SCALE);
  const image = await pixels(url);
  const words = await wordBoxes(order);
  const page = [width * POINTS, height * POINTS];
  return writePdf(image, page, pageContent(page, words), order);
}

async function pixels(url) {
  const bitmap = await createImageBitmap(await (await fetch(url)).blob());
  const { width, height } = bitmap;
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext("2d", { willReadFrequently: true });
  context.fillStyle = "#ffffff";
  context.fillRect(0, 0, width, height);
  context.drawImage(bitmap, 0, 0);
  const { data } = context.getImageData(0, 0, width, height);
  const rgb = new Uint8Array(width * height * 3);
  for (let from = 0, to = 0; from < data.length; from += 4, to += 3) {
    rgb[to] = data[from];
    rgb[to + 1] = data[from + 1];
    rgb[to + 2] = data[from + 2];
  }
  return { width, height, bytes: await deflated(rgb) };
}

async function deflated(bytes) {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream("deflate"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

// Where each line of text stands in the figure, measured in the SVG with the reader's fonts.
async function wordBoxes(order) {
  const { frame } = await plotly(order.plotly);
  const { svg } = await svgText(order);
  const page = frame.contentDocument;
  const holder = page.createElement("div");
  holder.style.cssText = "position:absolute;left:0;top:0;line-height:1";
  holder.innerHTML = svg;
  page.body.append(holder);
  const origin = holder.firstElementChild.getBoundingClientRect();
  const boxes = [];
  const walker = page.createTreeWalker(holder, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode.data.trim();
    if (!text || !walker.currentNode.parentElement.closest("text")) continue;
    const range = page.createRange();
    range.selectNodeContents(walker.currentNode);
    const { left, bottom, width, height } = range.getBoundingClientRect();
    boxes.push({ text, x: left - origin.left, y: bottom - origin.top, width, height });
  }
  holder.remove();
  return boxes;
}

function utf16Hex(text) {
  let hex = "";
  for (let i = 0; i < text.length; i += 1) {
    hex += text.charCodeAt(i).toString(16).padStart(4, "0");
  }
  return hex.toUpperCase();
}

function pageContent([width, height], words) {
  const lines = [`q ${width} 0 0 ${height} 0 0 cm /Image Do Q`, "BT 3 Tr"];
  for (const { text, x, y, width: wide, height: high } of words) {
    // Every character of the invisible font is one em wide: Tz stretches the line to its box.
    const size = high * POINTS * 0.8;
    const stretch = (100 * wide * POINTS) / (size * text.length);
    if (!(size > 0 && stretch > 0)) continue;
    const left = (x * POINTS).toFixed(2);
    const base = (height - (y - high * 0.2) * POINTS).toFixed(2);
    lines.push(
      `/Words ${size.toFixed(2)} Tf ${stretch.toFixed(2)} Tz 1 0 0 1 ${left} ${base} Tm`,
      `<${utf16Hex(text)}> Tj`,
    );
  }
  return `${lines.join("\n")}\nET\n`;
}

// Codes of the invisible font are UTF-16 units; this says so to whoever copies the text.
function toUnicode() {
  const rows = [];
  for (let high = 0; high < 256; high += 1) {
    const byte = high.toString(16).padStart(2, "0").toUpperCase();
    rows.push(`<${byte}00> <${byte}FF> <${byte}00>`);
  }
  const blocks = [];
  for (let i = 0; i < rows.length; i += 100) {
    const part = rows.slice(i, i + 100);
    blocks.push(`${part.length} beginbfrange\n${part.join("\n")}\nendbfrange`);
  }
  return [
    "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
    "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
    "/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
    "1 begincodespacerange <0000> <FFFF> endcodespacerange",
    ...blocks,
    "endcmap CMapName currentdict /CMap defineresource pop end end\n",
  ].join("\n");
}

function pdfObjects(image, [width, height], order) {
  const words =
    "<< /Type /Font /Subtype /Type0 /BaseFont /Words /Encoding /Identity-H" +
    " /DescendantFonts [6 0 R] /ToUnicode 8 0 R >>";
  const cid =
    "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Words /DW 1000 /FontDescriptor 7 0 R" +
    " /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>";
  const descriptor =
    "<< /Type /FontDescriptor /FontName /Words /Flags 4 /FontBBox [0 -200 1000 800]" +
    " /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>";
  const resources = "<< /XObject << /Image 4 0 R >> /Font << /Words 5 0 R >> >>";
  return [
    `<< /Type /Catalog /Pages 2 0 R /Lang (${order.lang})` +
      " /ViewerPreferences << /DisplayDocTitle true >> >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}]` +
      ` /Resources ${resources} /Contents 9 0 R >>`,
    `<< /Type /XObject /Subtype /Image /Width ${image.width} /Height ${image.height}` +
      " /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /FlateDecode",
    words,
    cid,
    descriptor,
    "<<",
    "<<",
    `<< /Title <FEFF${utf16Hex(order.title)}> /Producer (Yomitoki) >>`,
  ];
}

function writePdf(image, page, content, order) {
  const encoder = new TextEncoder();
  const streams = { 4: image.bytes, 8: encoder.encode(toUnicode()), 9: encoder.encode(content) };
  const parts = [];
  let length = 0;
  const add = (part) => {
    const bytes = typeof part === "string" ? encoder.encode(part) : part;
    parts.push(bytes);
    length += bytes.length;
  };
  const objects = pdfObjects(image, page, order);
  const offsets = [];
  add("%PDF-1.7\n");
  add(new Uint8Array([0x25, 0xe2, 0xe3, 0xcf, 0xd3, 0x0a])); // marks the file as binary
  objects.forEach((body, index) => {
    offsets.push(length);
    const stream = streams[index + 1];
    add(`${index + 1} 0 obj\n${body}`);
    if (stream) {
      add(` /Length ${stream.length} >>\nstream\n`);
      add(stream);
      add("\nendstream");
    }
    add("\nendobj\n");
  });
  const start = length;
  const rows = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`);
  const size = objects.length + 1;
  add(`xref\n0 ${size}\n0000000000 65535 f \n${rows.join("")}`);
  add(`trailer\n<< /Size ${size} /Root 1 0 R /Info ${objects.length} 0 R >>\n`);
  add(`startxref\n${start}\n%%EOF\n`);
  return new Blob(parts, { type: "application/pdf" });
}
