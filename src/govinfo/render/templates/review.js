(() => {
  "use strict";
  const root = document.documentElement;
  const byId = (id) => document.getElementById(id);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const ids = (text) => (text ? text.split(" ").map(byId).filter(Boolean) : []);
  const panel = byId("panel");
  const detail = panel.querySelector(".detail");
  const hint = panel.querySelector(".hint");
  const live = byId("live");
  let selected = null;
  let origin = null;

  // A copy of what stands elsewhere on the page, under no id of its own.
  const copy = (element) => {
    const made = element.cloneNode(true);
    made.removeAttribute("id");
    all("[id]", made).forEach((inner) => inner.removeAttribute("id"));
    return made;
  };

  const fill = (slot, elements) => {
    const section = detail.querySelector(`[data-slot="${slot}"]`);
    section.lastElementChild.replaceChildren(...elements);
    section.hidden = elements.length === 0;
  };

  const say = (slot, text) => {
    const line = detail.querySelector(`[data-slot="${slot}"]`);
    line.lastElementChild.textContent = text || "";
    line.hidden = !text;
  };

  const states = (cell) =>
    [...cell.parentElement.classList].filter((name) => byId("legend-words").dataset[name]);

  const chip = (state) => {
    const made = document.createElement("span");
    made.className = `chip ${state}`;
    made.textContent = byId("legend-words").dataset[state];
    return made;
  };

  const quote = (claim) => {
    const made = document.createElement("blockquote");
    const link = document.createElement("a");
    link.href = `#${claim.id}`;
    link.dataset.claim = claim.id;
    link.textContent = claim.dataset.sentence;
    made.append(link);
    return made;
  };

  const place = (rect, box) => {
    const [left, top, right, bottom] = box;
    rect.setAttribute("x", left);
    rect.setAttribute("y", top);
    rect.setAttribute("width", right - left);
    rect.setAttribute("height", bottom - top);
  };

  const clearPages = () =>
    all(".pages .chosen-box").forEach((rect) => place(rect, [0, 0, 0, 0]));

  // The part of the page's picture around a cell, the cell in its middle.
  const showPlace = (cell) => {
    const crop = detail.querySelector(".crop");
    const whole = detail.querySelector(".whole");
    clearPages();
    const report = cell.closest(".report");
    const sheet = cell.dataset.box && byId(`${report.id}.page-${cell.dataset.page}`);
    crop.toggleAttribute("hidden", !sheet);
    whole.hidden = !sheet;
    if (!sheet) return;
    const box = cell.dataset.box.split(" ").map(Number);
    const picture = sheet.querySelector("image");
    const [width, height] = ["width", "height"].map((name) => Number(picture.getAttribute(name)));
    place(sheet.querySelector(".chosen-box"), box);
    const image = crop.querySelector("image");
    ["width", "height", "href"].forEach((name) =>
      image.setAttribute(name, picture.getAttribute(name)));
    place(crop.querySelector(".chosen-box"), box);
    const across = Math.min(width, Math.max(300, (box[2] - box[0]) * 2.2));
    const down = Math.min(height, Math.max(across * 0.55, (box[3] - box[1]) * 1.6));
    const left = Math.min(Math.max((box[0] + box[2] - across) / 2, 0), width - across);
    const top = Math.min(Math.max((box[1] + box[3] - down) / 2, 0), height - down);
    crop.setAttribute("viewBox", `${left} ${top} ${across} ${down}`);
    crop.setAttribute("aria-label", sheet.querySelector("svg").getAttribute("aria-label"));
    const link = whole.querySelector("a");
    link.href = `#${sheet.id}`;
    link.textContent = link.dataset.text.replace("{}", cell.dataset.page);
  };

  const relate = (cells) => {
    all(".related").forEach((element) => element.classList.remove("related"));
    cells.forEach((cell) => cell.parentElement.classList.add("related"));
  };

  const describe = (cell) => {
    const data = cell.dataset;
    const known = states(cell);
    detail.querySelector(".states").replaceChildren(...known.map(chip));
    detail.querySelector(".name").textContent = data.label;
    const value = detail.querySelector(".detail > .value");
    const printed = cell.querySelector(".value").textContent;
    value.replaceChildren(printed || "—");
    const expected = cell.querySelector(".expected");
    if (expected) value.append(copy(expected));
    const raw = detail.querySelector('[data-slot="raw"]').dataset;
    say("raw", data.raw === undefined ? raw.none : data.raw || raw.blank);
    say("note", data.note);
    say("place", data.place);
    showPlace(cell);
    fill("findings", ids(data.findings).map((one) => {
      const item = document.createElement("li");
      item.className = one.className;
      item.append(...copy(one).childNodes);
      return item;
    }));
    const order = { broken: 0, open: 1, holds: 2 };
    const rank = (sum) => order[sum.classList[1]];
    fill("sums", ids(data.sums).sort((a, b) => rank(a) - rank(b)).map(copy));
    fill("claims", ids(data.claims).map(quote));
    live.textContent = [data.label, printed, ...known.map((s) => byId("legend-words").dataset[s])]
      .join(", ");
  };

  const select = (cell, from, { quiet = false } = {}) => {
    if (selected) selected.parentElement.classList.remove("selected");
    if (from !== cell) origin = from;
    else if (cell !== selected) origin = null;
    selected = cell;
    root.classList.add("has-selection");
    hint.hidden = true;
    detail.hidden = false;
    cell.parentElement.classList.add("selected");
    relate([]);
    describe(cell);
    panel.scrollTop = 0;
    if (quiet) return;
    enter(cell);
    cell.scrollIntoView({ block: "center", inline: "center" });
  };

  const clear = () => {
    if (!selected) return;
    selected.parentElement.classList.remove("selected");
    const back = origin && origin.isConnected ? origin : selected;
    selected = origin = null;
    root.classList.remove("has-selection");
    hint.hidden = false;
    detail.hidden = true;
    relate([]);
    clearPages();
    back.focus();
    back.scrollIntoView({ block: "nearest" });
  };

  // One stop of the Tab key a table: the cell that was entered last.
  const enter = (cell) => {
    all(".figure", cell.closest(".table")).forEach((one) => { one.tabIndex = -1; });
    cell.tabIndex = 0;
    cell.focus({ preventScroll: true });
  };

  const steps = {
    ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0],
    Home: [0, -Infinity], End: [0, Infinity],
  };

  const neighbour = (cell, [down, right]) => {
    const at = (one) => [Number(one.dataset.row), Number(one.dataset.column)];
    const [row, column] = at(cell);
    const ahead = all(".figure", cell.closest(".table")).filter((one) => {
      const [r, c] = at(one);
      return down ? (r - row) * down > 0 : r === row && (c - column) * Math.sign(right) > 0;
    });
    const far = Number.isFinite(right) ? 1 : -1;
    const distance = (one) => {
      const [r, c] = at(one);
      return down ? Math.abs(r - row) * 1000 + Math.abs(c - column) : far * Math.abs(c - column);
    };
    return ahead.sort((a, b) => distance(a) - distance(b))[0];
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-cell], rect[data-cell]");
    const claim = event.target.closest("a[data-claim]");
    const cell = event.target.closest(".table td:not(.plain)");
    if (link) {
      const target = byId(link.dataset.cell);
      if (!target) return;
      event.preventDefault();
      select(target, panel.contains(link) ? origin : link);
      if (link.dataset.cells) relate(ids(link.dataset.cells));
    } else if (claim) {
      event.preventDefault();
      const mark = byId(claim.dataset.claim);
      mark.classList.add("related");
      mark.focus();
      mark.scrollIntoView({ block: "center" });
    } else if (event.target.closest(".close")) {
      clear();
    } else if (cell) {
      const button = cell.querySelector(".figure");
      select(button, button);
    }
  });

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") clear();
    const cell = event.target.closest && event.target.closest(".figure");
    if (!cell || !steps[event.key] || event.ctrlKey || event.metaKey || event.altKey) return;
    const next = neighbour(cell, steps[event.key]);
    event.preventDefault();
    if (!next) return;
    enter(next);
    next.scrollIntoView({ block: "nearest", inline: "nearest" });
  });

  // The cells of an identity are shown while one looks at it.
  ["mouseover", "focusin"].forEach((kind) => detail.addEventListener(kind, (event) => {
    const sum = event.target.closest(".sum");
    if (sum) relate(ids(sum.dataset.cells));
  }));

  const isDark = () => (root.dataset.theme
    ? root.dataset.theme === "dark"
    : matchMedia("(prefers-color-scheme: dark)").matches);
  const dark = byId("dark");
  const showTheme = () => dark.setAttribute("aria-pressed", String(isDark()));
  dark.addEventListener("click", () => {
    root.dataset.theme = isDark() ? "light" : "dark";
    showTheme();
  });
  byId("print").addEventListener("click", () => print());

  // Paper is white, and folds nothing away.
  let before = null;
  addEventListener("beforeprint", () => {
    before = [root.dataset.theme, all("details:not([open])")];
    root.dataset.theme = "light";
    before[1].forEach((one) => { one.open = true; });
  });
  addEventListener("afterprint", () => {
    if (!before) return;
    if (before[0]) root.dataset.theme = before[0]; else delete root.dataset.theme;
    before[1].forEach((one) => { one.open = false; });
    before = null;
  });

  all(".table").forEach((table) => all(".figure", table).forEach((cell, at) => {
    cell.tabIndex = at ? -1 : 0;
  }));
  showTheme();
  const asked = byId(decodeURIComponent(location.hash.slice(1)));
  const first = document.querySelector(".correction [data-cell], .problems > .findings [data-cell]");
  if (asked && asked.matches(".figure")) select(asked, asked);
  else if (first && innerWidth > 1100) select(byId(first.dataset.cell), first, { quiet: true });
})();
