/* A screen reader hears each new reply once and whole, when the page has come to rest,
   and whoever writes keeps the focus when the field moves from the first page to the foot of the conversation. */
(() => {
  const place = document.createElement("div");
  place.id = "announced";
  place.setAttribute("role", "status");
  place.style.cssText = "position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap";
  document.body.append(place);
  let consultation = null, known = null, writing = false;

  const replies = () => {
    const found = new Map();
    for (const node of document.querySelectorAll("[class*='st-key-advisor-']")) {
      const key = /st-key-advisor-(\d+)(?:\s|$)/.exec(node.className);
      const words = key && node.querySelector("[data-testid=stText]");
      if (words) found.set(Number(key[1]), words.innerText);
    }
    return found;
  };

  const look = () => {
    const app = document.querySelector("[data-testid=stApp]");
    if (app?.dataset.testScriptState !== "notRunning") return;
    const live = document.querySelector(".st-key-advisor-live") !== null;
    if (live && !writing) place.textContent = "返事を書いています。";
    writing = live;
    const found = replies(), here = new URL(location).searchParams.get("c");
    if (!live && found.size === 0 && !document.querySelector(".st-key-greeting, .st-key-welcome")) return;
    const last = Math.max(0, ...found.keys()), fresh = found.get(last);
    const begun = consultation === null && known !== null && last === 1;
    if (last && (begun || (here === consultation && known?.get(last) !== fresh))) place.textContent = fresh;
    consultation = here;
    known = found;
  };

  let field = null;
  document.addEventListener("focusin", (event) => { field = event.target; });
  const hold = () => {
    if (field?.dataset.testid !== "stChatInputTextArea" || field.isConnected || document.activeElement !== document.body) return;
    document.querySelector("[data-testid=stChatInputTextArea]:enabled")?.focus({ preventScroll: true });
  };

  new MutationObserver(() => { hold(); look(); }).observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ["data-test-script-state"] });
})();
