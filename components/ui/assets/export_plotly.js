// Plotly for exports: loaded when an image is first asked for, once a page, from this server.
// It lives in a frame of its own, so that it neither meets Streamlit's Plotly nor its styles.

let workshop = null;

// What is thrown carries `.text`, the name of the sentence that the reader gets to see.
function failure(text, cause) {
  return Object.assign(new Error(text, { cause }), { text });
}

// Streamlit may be served below a path; its own script tells where.
function serverRoot() {
  const script = document.querySelector('script[src*="static/js/"]');
  return script ? script.src.replace(/static\/js\/.*$/, "") : `${location.origin}/`;
}

async function fetchSource(path) {
  try {
    // The address carries Plotly's version, so a copy that the browser kept is always right.
    const answer = await fetch(new URL(path, serverRoot()), { cache: "force-cache" });
    if (!answer.ok) throw new Error(`${answer.status} ${path}`);
    return await answer.text();
  } catch (cause) {
    throw failure("no_plotly", cause);
  }
}

function hiddenFrame() {
  const frame = document.createElement("iframe");
  frame.title = "Yomitoki export";
  frame.tabIndex = -1;
  frame.setAttribute("aria-hidden", "true");
  // Text is measured while drawing: the frame must be laid out, so display:none will not do.
  frame.style.cssText =
    "position:fixed;left:-20000px;top:0;width:1600px;height:1200px;border:0;visibility:hidden";
  document.body.append(frame);
  frame.contentDocument.documentElement.lang = document.documentElement.lang;
  return frame;
}

async function openWorkshop(path) {
  const source = await fetchSource(path);
  const frame = hiddenFrame();
  const script = frame.contentDocument.createElement("script");
  script.textContent = source;
  frame.contentDocument.head.append(script);
  if (!frame.contentWindow.Plotly) {
    frame.remove();
    throw failure("no_plotly");
  }
  return { source, frame, Plotly: frame.contentWindow.Plotly };
}

function plotly(path) {
  workshop ??= openWorkshop(path).catch((error) => {
    workshop = null; // a later click tries again
    throw error;
  });
  return workshop;
}

// A copy of the figure on white paper with a fixed size: what stands in every exported image.
function onPaper(figure, width) {
  const copy = structuredClone(figure);
  copy.layout = { ...copy.layout, paper_bgcolor: "#ffffff", autosize: false };
  copy.layout.width ??= width;
  copy.layout.height ??= Math.round((copy.layout.width * 9) / 16);
  return copy;
}

async function imageUrl(order, format, scale) {
  const { Plotly } = await plotly(order.plotly);
  const figure = onPaper(order.figure, order.width);
  const { width, height } = figure.layout;
  const url = await Plotly.toImage(figure, { format, width, height, scale });
  return { url, width, height };
}

async function png(order) {
  const { url } = await imageUrl(order, "png", 2);
  return (await fetch(url)).blob();
}

async function svgText(order) {
  const { url, width, height } = await imageUrl(order, "svg", 1);
  return { svg: decodeURIComponent(url.slice(url.indexOf(",") + 1)), width, height };
}

async function svg(order) {
  const { svg } = await svgText(order);
  return new Blob(['<?xml version="1.0" encoding="UTF-8"?>\n', svg], { type: "image/svg+xml" });
}
