/* Search, fetched when it is first asked for (site.js opens its field). It reads the index that macros/search.py
   writes (search/search_index.json) and looks for every word of the query in title and text. */
(() => {
  "use strict";
  const { pgettext, npgettext } = window.said;
  const LIMIT = 30;
  /* Without accents, Hebrew points and Arabic vowels; a vowel's sign of other scripts makes another word, and a Hangul
     syllable stays one sign. */
  const fold = (text) => text.normalize("NFD").replace(/[\u0300-\u036f\u0591-\u05c7\u064b-\u0655]/g, "").normalize("NFC").toLowerCase().replace(/œ/g, "oe").replace(/æ/g, "ae").replace(/[’']/g, "'").replace(/[\u2010-\u2015\u2212]/g, "-");

  /* A word without the quotation marks that were typed or pasted around it. */
  const bare = (word) => word.replace(/^["'“”„‘‚«»「」『』]+|["'“”„‘‚«»「」『』]+$/g, "");

  const dialog = document.querySelector("dialog.find");
  const field = dialog.querySelector("input");
  const state = dialog.querySelector(".state");
  const list = dialog.querySelector("ol");
  let entries, failed;

  const load = async (address) => {
    const base = new URL("../", new URL(address, location.href));
    try {
      const answer = await fetch(address);
      if (!answer.ok) throw new Error(answer.status);
      const index = await answer.json();
      const pages = new Map();
      entries = index.docs.map((doc) => {
        const [path, anchor] = doc.location.split("#");
        const { title, text } = doc;
        if (!anchor) pages.set(path, title);
        return { url: new URL(doc.location, base).href, title, text, page: anchor ? pages.get(path) || "" : "", anchor, inTitle: fold(title), inText: fold(text) };
      });
    } catch {
      failed = true;
    }
    show();
  };

  /* Where a word begins with the letters that were typed: "how" is not in "show". Scripts without spaces do not
     show where one begins, so there it may be anywhere. */
  const unspaced = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Mymr}\p{sc=Khmr}]/u;
  const within = (before) => /[\p{L}\p{N}]/u.test(before) && !unspaced.test(before);
  const begins = (where, word) => {
    let at = where.indexOf(word);
    while (at > 0 && within(where[at - 1]) && !unspaced.test(word[0])) at = where.indexOf(word, at + 1);
    return at;
  };

  const score = (entry, words) => {
    let sum = 0;
    for (const word of words) {
      const title = begins(entry.inTitle, word);
      const text = begins(entry.inText, word);
      if (title < 0 && text < 0) return 0;
      sum += (title >= 0 ? 12 : 0) + (text >= 0 ? 3 : 0);
    }
    const phrase = words.join(" ");
    if (words.length > 1 && entry.inTitle.includes(phrase)) sum += 10;
    if (words.length > 1 && entry.inText.includes(phrase)) sum += 6;
    return sum;
  };

  /* Marks the words in a piece of text without ever reading it as markup. */
  const marked = (target, text, words) => {
    const folded = fold(text);
    const same = folded.length === text.length;
    let at = 0;
    while (same && at < text.length) {
      let next = -1, long = 0;
      for (const word of words) {
        const found = at + begins(folded.slice(at), word);
        if (found >= at && (next < 0 || found < next || (found === next && word.length > long))) { next = found; long = word.length; }
      }
      if (next < 0) break;
      const hit = document.createElement("mark");
      hit.textContent = text.slice(next, next + long);
      target.append(text.slice(at, next), hit);
      at = next + long;
    }
    target.append(text.slice(at));
  };

  const excerpt = (entry, words) => {
    const places = words.map((word) => begins(entry.inText, word)).filter((at) => at >= 0);
    const first = places.length ? Math.min(...places) : 0;
    const space = entry.text.indexOf(" ", first - 60) + 1;
    const from = first > 60 ? (space && space <= first ? space : first - 60) : 0;
    const piece = entry.text.slice(from, from + 180);
    return (from ? "… " : "") + piece + (from + 180 < entry.text.length ? " …" : "");
  };

  const found = (count) => {
    if (!count) return pgettext("script", "Nothing found");
    const places = npgettext("script", "{count} place", "{count} places", count);
    if (count <= LIMIT) return places;
    return pgettext("script", "{places}, the best {count} shown").replaceAll("{places}", places).replaceAll("{count}", LIMIT);
  };

  function show() {
    list.replaceChildren();
    const words = fold(field.value).split(/\s+/).map(bare).filter(Boolean);
    if (failed) { state.textContent = pgettext("script", "The search index could not be fetched."); return; }
    if (!entries) { state.textContent = pgettext("script", "Fetching the index …"); return; }
    if (!words.length) { state.textContent = pgettext("script", "A name, a number, a word"); return; }
    const hits = entries.map((entry) => [score(entry, words), entry]).filter(([sum]) => sum > 0).sort((a, b) => b[0] - a[0]);
    state.textContent = found(hits.length);
    for (const [, entry] of hits.slice(0, LIMIT)) {
      const item = document.createElement("li");
      const link = document.createElement("a");
      link.href = entry.url;
      const title = document.createElement("b");
      marked(title, entry.title, words);
      link.append(title);
      if (entry.page && entry.page !== entry.title) link.append(Object.assign(document.createElement("small"), { textContent: entry.page }));
      const text = document.createElement("small");
      marked(text, excerpt(entry, words), words);
      link.append(text);
      item.append(link);
      list.append(item);
    }
  }

  field.addEventListener("input", show);
  /* Enter follows the best place; the arrows walk through all of them. */
  dialog.addEventListener("keydown", (event) => {
    const links = [...list.querySelectorAll("a")];
    const at = links.indexOf(document.activeElement);
    if (event.key === "Enter" && event.target === field && links.length) {
      event.preventDefault();
      links[0].click();
    } else if (event.key === "ArrowDown" && at + 1 < links.length) {
      event.preventDefault();
      links[at + 1].focus();
    } else if (event.key === "ArrowUp" && at >= 0) {
      event.preventDefault();
      (links[at - 1] || field).focus();
    }
  });
  show();
  load(dialog.dataset.index);
})();
