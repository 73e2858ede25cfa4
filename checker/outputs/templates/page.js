"use strict";
(() => {
  const all = (selector) => [...document.querySelectorAll(selector)];
  const status = document.getElementById("copied");
  const query = document.getElementById("q");
  const matches = document.getElementById("matches");
  const cards = all(".card");
  const texts = cards.map((card) => card.textContent.toLowerCase());

  const copy = async (text) => {
    if (navigator.clipboard) return navigator.clipboard.writeText(text);
    const area = document.createElement("textarea");
    area.value = text;
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  };
  for (const button of all("button[data-copy]")) {
    button.hidden = false;
    button.addEventListener("click", () =>
      copy(button.dataset.copy).then(
        () => { status.textContent = "Copied."; },
        () => { status.textContent = "Could not copy; select the text instead."; }));
  }

  const search = () => {
    const words = query.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    cards.forEach((card, index) => {
      const fits = words.every((word) => texts[index].includes(word));
      card.classList.toggle("unmatched", !fits);
      shown += fits;
    });
    for (const bucket of all(".bucket")) {
      bucket.classList.toggle("unmatched", !bucket.querySelector(".card:not(.unmatched)"));
    }
    matches.textContent = words.length ? `${shown} of ${cards.length}` : "";
  };
  query.closest(".search").hidden = false;

  // The view lives in the address, so that it can be sent: #?show=by-hand&age=new&q=words
  const radios = all(".filters input[type=radio]");
  const keep = () => {
    const view = new URLSearchParams();
    for (const radio of radios) {
      if (radio.checked && !radio.id.endsWith("-all")) {
        view.set(radio.name === "bucket" ? "show" : "age", radio.id.slice(2));
      }
    }
    if (query.value) view.set("q", query.value);
    history.replaceState(null, "", `#${view.size ? `?${view}` : ""}`);
  };
  const restore = () => {
    if (!location.hash.startsWith("#?")) return;
    const view = new URLSearchParams(location.hash.slice(2));
    for (const [name, prefix] of [["show", "b-"], ["age", "a-"]]) {
      const radio = radios.find((one) => one.id === prefix + (view.get(name) || "all"));
      if (radio) radio.checked = true;
    }
    query.value = view.get("q") || "";
    search();
  };
  for (const radio of radios) radio.addEventListener("change", keep);
  query.addEventListener("input", () => { search(); keep(); });
  document.querySelector(".filters").addEventListener("submit", (event) => event.preventDefault());
  window.addEventListener("hashchange", restore);
  restore();
})();
