"use strict";
// Comfort on top of pages that work without it: keys, clicks on highlights, live numbers, the slider of days.
(() => {
  const $ = (what, within = document) => within.querySelector(what);
  const $$ = (what, within = document) => [...within.querySelectorAll(what)];
  const typing = (at) => at.closest("input, select, textarea, [contenteditable]");
  let going = false;

  const press = (key) => {
    const at = $$(`[data-key="${CSS.escape(key)}"]`).find((one) => one.offsetParent !== null);
    if (at) at.click();
    return Boolean(at);
  };
  const open = (key) => {
    const at = $(`[data-open="${CSS.escape(key)}"]`);
    if (!at) return false;
    $$("[data-open]").forEach((one) => { one.open = one === at; });
    const first = $("select, input:not([type=hidden])", at);
    first.focus();
    if (first.select) first.select();
    return true;
  };
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && typing(event.target)) { event.target.blur(); return; }
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target) || $("dialog[open]")) return;
    if (going) {
      going = false;
      const tab = $(`[data-go="${CSS.escape(event.key)}"]`);
      if (tab) { event.preventDefault(); tab.click(); }
      return;
    }
    if (event.key === "g") { going = true; setTimeout(() => { going = false; }, 1500); return; }
    if (event.key === "?") { $("#keys").showModal(); return; }
    if (event.key === "/") { event.preventDefault(); const box = $("[role=search] input, #q"); if (box) box.focus(); else location.href = "/search"; return; }
    if (open(event.key) || press(event.key)) event.preventDefault();
  });
  $$("[data-help]").forEach((one) => { one.hidden = false; one.addEventListener("click", () => $("#keys").showModal()); });

  // A click on a highlight shows its record: the label that follows it leads there.
  document.addEventListener("click", (event) => {
    const mark = event.target.closest && event.target.closest("mark");
    if (!mark || event.target.closest("a") || String(getSelection())) return;
    const named = mark.closest("mark[id]") || $("mark[id]", mark);
    const link = named && $$("a[data-record]").find((one) => decodeURIComponent(one.hash.slice(1)) === named.id.replace(/\.\d+$/, ""));
    if (link) link.click();
  });

  const dress = (root) => {
    $$("mark", root).forEach((one) => one.classList.add("pick"));
    $$("[data-here]", root).forEach((one) => { one.value = location.pathname + location.search.replace(/[?&](done|said)=[^&]*/g, "").replace(/^&/, "?"); });
    $$("select[data-fields]", root).forEach(fields);
    $$("form[data-live]", root).forEach(live);
    $$("select[data-days]", root).forEach(slider);
    $$("form[data-auto]", root).forEach((form) => form.addEventListener("change", () => form.requestSubmit()));
  };

  // The form of a correction starts from the present value and offers what may stand there.
  const fields = (select) => {
    const form = select.form, value = $("[name=value]", form), list = $("datalist", form);
    const fill = () => {
      const chosen = select.selectedOptions[0];
      value.value = chosen.dataset.raw;
      list.replaceChildren(...chosen.dataset.choices.split("|").filter(Boolean).map((text) => Object.assign(document.createElement("option"), { value: text })));
    };
    select.addEventListener("change", () => { fill(); value.focus(); value.select(); });
    fill();
  };

  // The matrix: only numbers that were changed are asked about, and the answer comes while one looks at them.
  const changed = (form) => {
    const asked = new URLSearchParams();
    for (const [name, value] of new FormData(form)) {
      const box = form.elements[name];
      const plain = /^[lp]\./.test(name) && box && box.dataset.was === value;
      if (value && !plain && !["who", "why", "next"].includes(name)) asked.append(name, value);
    }
    if (![...asked.keys()].some((name) => name.startsWith("p."))) return asked;
    $$("[name^='p.']", form).forEach((box) => asked.set(box.name, box.value));
    return asked;
  };
  const balance = (box, form) => {  // two priors sum to 1
    const all = $$("[name^='p.']", form);
    if (all.length === 2 && all.includes(box)) all.find((one) => one !== box).value = (1 - Number(box.value)).toFixed(2);
  };
  const live = (form) => {
    $$(".apply", form).forEach((one) => { one.hidden = Boolean(window.htmx); });
    if (!window.htmx) return;
    form.addEventListener("change", (event) => {
      if (!event.target.matches("[name^='l.'], [name^='p.'], [name=as_of], [name=rater]") || !event.target.checkValidity()) return;
      balance(event.target, form);
      const path = `/judge?${changed(form)}`;
      history.replaceState(null, "", path);
      const next = event.target.id;
      htmx.ajax("GET", path, { source: form, target: "#main", select: "#main", swap: "outerHTML" }).then(() => { const again = document.getElementById(next); if (again) again.focus({ preventScroll: true }); });
    });
  };

  // The list of days becomes a slider that can play.
  const slider = (select) => {
    const days = [...select.options].slice(1).map((one) => one.value);
    if (days.length < 2 || !window.htmx) return;
    const range = Object.assign(document.createElement("input"), { type: "range", min: 0, max: days.length, value: select.value ? days.indexOf(select.value) : days.length, id: "day-slider" });
    range.setAttribute("aria-label", "Day");
    const told = document.createElement("output");
    const tell = () => { told.value = select.options[(Number(range.value) + 1) % (days.length + 1)].text; range.setAttribute("aria-valuetext", told.value); };
    const ask = () => { select.value = days[Number(range.value)] || ""; select.dispatchEvent(new Event("change", { bubbles: true })); };
    range.addEventListener("input", tell);
    range.addEventListener("change", (event) => { event.stopPropagation(); ask(); });
    select.classList.add("hidden");
    select.tabIndex = -1;
    select.setAttribute("aria-hidden", "true");
    select.after(range, told);
    tell();
    if (document.body.dataset.focus === "slider") range.focus({ preventScroll: true });
    const play = $("[data-play]", select.form);
    play.hidden = false;
    play.addEventListener("click", () => { document.body.dataset.playing = document.body.dataset.playing ? "" : "0"; step(); });
    if (document.body.dataset.playing) play.textContent = "■";
  };
  const step = () => {
    const range = $("#day-slider");
    if (!document.body.dataset.playing || !range) return;
    const at = Number(document.body.dataset.playing);
    if (at > Number(range.max)) { document.body.dataset.playing = ""; const play = $("[data-play]"); if (play) play.textContent = "▶"; return; }
    range.value = at;
    document.body.dataset.playing = String(at + 1);
    range.dispatchEvent(new Event("change"));
    setTimeout(step, 900);
  };

  document.addEventListener("DOMContentLoaded", () => {
    dress(document);
    const shown = $("mark.k-on");
    if (shown && !location.hash) shown.scrollIntoView({ block: "center" });
  });
  document.addEventListener("htmx:load", (event) => { if (event.target !== document.body) dress(event.target); });
})();
