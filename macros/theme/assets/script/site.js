/* All that a page does with script. Every page is complete without it: notes, filters,
   switches and the choice of colors work by markup and style; script remembers them. */
(() => {
  "use strict";
  const root = document.documentElement;
  root.classList.add("scripted");

  /* The site's words in its language stand at the root of the page, by the English ones; what counts has a form
     for each kind of number that the CLDR names (one, few, other). Without them the words here are said. */
  const words = JSON.parse(root.dataset.words || "{}");
  const pgettext = (_, message) => words[message] ?? message;
  const npgettext = (_, one, several, count) => {
    const forms = words[one] ?? { one, other: several };
    const form = forms[new Intl.PluralRules(root.lang).select(count)] ?? forms.other;
    return form.replaceAll("{count}", new Intl.NumberFormat(root.lang).format(count));
  };
  window.said = { pgettext, npgettext };

  const memory = {
    get(key) { try { return localStorage.getItem(`who-says-what:${key}`); } catch { return null; } },
    set(key, value) { try { localStorage.setItem(`who-says-what:${key}`, value); } catch { /* private mode */ } },
  };

  /* The colors are set before the first paint, for this file stands in the head. */
  const scheme = memory.get("scheme");
  const paint = (value) => {
    if (value === "default" || value === "slate") root.dataset.mdColorScheme = value;
    else delete root.dataset.mdColorScheme;
  };
  paint(scheme);

  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/œ/g, "oe").replace(/æ/g, "ae").replace(/[^\p{L}\p{N}]+/gu, " ").trim();

  /* A note never lies over the mark that opened it: the page moves up below a sheet. */
  let pressed = null;
  document.addEventListener("click", (event) => {
    pressed = event.target.closest?.("[popovertarget]") ?? pressed;
  }, true);
  document.addEventListener("toggle", (event) => {
    const note = event.target;
    if (event.newState !== "open" || !note.matches(".note") || pressed?.getAttribute("popovertarget") !== note.id) return;
    const sheet = note.getBoundingClientRect();
    const mark = pressed.getBoundingClientRect();
    if (sheet.left < mark.right && mark.left < sheet.right && sheet.top < mark.bottom && mark.top < sheet.bottom) {
      scrollBy(0, mark.top - Math.min(innerHeight / 4, sheet.top - mark.height - 8));
    }
    /* What was pressed in the table is an article's answer: the note begins with that article. */
    const article = pressed.closest("td")?.querySelector(".lab")?.textContent;
    const claims = article && [...note.querySelectorAll(".claims > li")].find((one) => one.querySelector(".who a")?.textContent === article);
    if (claims && !note.contains(document.activeElement)) {
      const head = note.querySelector("header");
      note.scrollTop = claims.offsetTop - (getComputedStyle(head).position === "sticky" ? head.offsetHeight : 0);
    }
  }, true);

  /* And it is closed when the focus goes on behind it. */
  document.addEventListener("focusin", ({ target }) => {
    for (const note of document.querySelectorAll(".note:popover-open")) {
      if (!note.contains(target) && target.getAttribute("popovertarget") !== note.id) note.hidePopover();
    }
  });

  /* A note that the address names opens beside its mark, as if the mark had been pressed. */
  const openNote = () => {
    const note = /^#n\d+$/.test(location.hash) && document.getElementById(location.hash.slice(1));
    if (!note || !note.showPopover || note.matches(":popover-open")) return;
    const mark = document.querySelector(`[popovertarget="${note.id}"]`);
    if (mark) mark.scrollIntoView({ block: "center" });
    pressed = mark;
    try { note.showPopover({ source: mark }); } catch { note.showPopover(); }
  };

  const remember = (input, key) => {
    if (!input) return;
    input.checked = memory.get(key) === "on";
    input.addEventListener("change", () => memory.set(key, input.checked ? "on" : "off"));
  };

  /* People are found by any spelling; what a card is found by stands in its data-find. */
  const findPeople = (input) => {
    const state = document.getElementById(input.getAttribute("aria-describedby"));
    const cards = [...document.querySelectorAll(".person")].map((card) => [card, ` ${fold(card.dataset.find || card.textContent)}`]);
    const joined = (text) => text.replace(/ /g, "");
    const run = () => {
      const words = fold(input.value);
      let count = 0;
      for (const [card, text] of cards) {
        const hit = !words || words.split(" ").every((word) => text.includes(` ${word}`)) || joined(text).includes(joined(words));
        card.classList.toggle("not-found", !hit);
        if (hit) count += 1;
      }
      if (state) state.textContent = words ? npgettext("script", "{count} person found", "{count} people found", count) : "";
    };
    input.addEventListener("input", run);
    if (input.value) run();
  };

  /* The field opens at once; the index, and the code that reads it, are fetched with the first use. */
  const searchDialog = (button) => {
    const dialog = document.createElement("dialog");
    dialog.className = "find";
    const name = pgettext("script", "Search this site"), close = pgettext("script", "Close search");
    dialog.setAttribute("aria-label", name);
    dialog.innerHTML = '<div class="head" role="search"><label for="find-field"></label>'
      + '<input id="find-field" type="search" autocomplete="off" spellcheck="false">'
      + '<button class="x" type="button"><svg aria-hidden="true"><use href="#i-x"/></svg></button>'
      + '<p class="state" role="status"></p></div><ol></ol>';
    dialog.querySelector("label").textContent = name;
    dialog.querySelector(".x").setAttribute("aria-label", close);
    dialog.dataset.index = button.dataset.index;
    dialog.querySelector(".x").addEventListener("click", () => dialog.close());
    dialog.addEventListener("click", (event) => {
      if (event.target === dialog || event.target.closest("a")) dialog.close();
    });
    /* a search field keeps the first Escape for itself, to empty itself */
    dialog.querySelector("input").addEventListener("keydown", (event) => {
      if (event.key === "Escape") { event.preventDefault(); dialog.close(); }
    });
    const script = document.createElement("script");
    script.src = button.dataset.search;
    document.body.append(dialog, script);
    return dialog;
  };
  const searchButton = (button) => {
    let dialog;
    button.addEventListener("click", () => {
      dialog ??= searchDialog(button);
      dialog.showModal();
      dialog.querySelector("input").select();
    });
  };

  /* A citation is copied; where the browser lets nobody, it is selected, to be copied by hand. */
  const copy = async (button) => {
    const words = button.parentElement.nextElementSibling;
    const state = button.parentElement.querySelector('[role="status"]');
    try {
      await navigator.clipboard.writeText(words.textContent);
      state.textContent = pgettext("script", "Copied");
    } catch {
      getSelection().selectAllChildren(words);
      state.textContent = pgettext("script", "Selected: copy it now");
    }
  };
  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("button.copy");
    if (button) copy(button);
  });

  document.addEventListener("DOMContentLoaded", () => {
    const choice = document.getElementById(`scheme-${scheme}`);
    if (choice) choice.checked = true;
    for (const input of document.querySelectorAll('input[name="scheme"]')) {
      input.addEventListener("change", () => { memory.set("scheme", input.value); paint(input.value); });
    }
    remember(document.getElementById("rests"), "rests");
    document.querySelectorAll("input[data-find]").forEach(findPeople);
    document.querySelectorAll("button[data-search]").forEach(searchButton);
    openNote();
  });
  window.addEventListener("hashchange", openNote);

  /* A find within the page, or an address, opened a topic of the table: its switch says so, and can close it. */
  document.addEventListener("beforematch", (event) => {
    const rows = event.target;
    const fold = rows.previousElementSibling?.querySelector('input[id^="unfold-"]');
    if (!fold) return;
    fold.checked = true;
    setTimeout(() => rows.setAttribute("hidden", "until-found"));
  });

  /* An open popover lies over the sheet when a page is printed; its text is in the list anyway. */
  window.addEventListener("beforeprint", () => {
    for (const open of document.querySelectorAll(":popover-open")) open.hidePopover();
  });
})();
