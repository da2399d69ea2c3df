// Keeps an open page of live coverage up to date without the framework's scripts: docs/decisions/111.
// It remembers as little as it can and looks at the page each time, so that it goes on whoever else changes the page.

const everyMs = 15_000;

/** Ids of updates that are not new to this reader, once the page has first been compared. */
let known = null;
/** New updates that are not in the page yet, because what is being read would move. */
let waiting = [];
/** New updates that are in the page, and those that other pages have, until the reader goes to them. */
let arrived = [];
let elsewhere = [];
let timer = 0;
let isLooking = false;
/** What a load was for, and how often: what the page does not have after the second is not asked for again. */
const tried = new Map();

const find = (name) => document.querySelector(`[data-live-${name}]`);
const idOf = (update) => update.id.slice('update-'.length);
const mayTry = (what) => tried.set(what, (tried.get(what) ?? 0) + 1).get(what) <= 2;
const pageAt = async (path) => new DOMParser().parseFromString(await (await ask(path)).text(), 'text/html');
const updatesIn = (page) => [...page.querySelectorAll('[data-revision]')];

async function ask(path) {
  const answer = await fetch(path, { cache: 'no-cache' });
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer;
}

async function follow() {
  clearTimeout(timer);
  if (isLooking || document.hidden) return;
  isLooking = true;
  let goesOn = true;
  try {
    goesOn = await look();
  } catch {
    // No network or a site that restarts: the page stands as it is, and the next time may be better.
  }
  isLooking = false;
  if (goesOn) timer = setTimeout(follow, everyMs);
}

/** Compares the page with what the site says there is. Says whether there is reason to look again. */
async function look() {
  const place = find('signal');
  if (!place) return false;
  const { state, isWhole, updates } = await (await ask(place.dataset.liveSignal)).json();
  const told = new Set(updates.map(({ id }) => id));
  waiting = waiting.filter((update) => told.has(idOf(update)));
  arrived = arrived.filter((id) => told.has(id));
  const here = new Map(updatesIn(document).map((update) => [idOf(update), update]));
  const held = new Set(waiting.map(idOf));
  known ??= notNew(updates, place);
  const fresh = [...told].filter((id) => !known.has(id) && !here.has(id) && !held.has(id));
  const changed = updates.filter(({ id, revision }) => (here.get(id)?.dataset.revision ?? revision) !== revision);
  const gone = isWhole ? [...here.keys()].filter((id) => !told.has(id)) : [];
  const grows = 'liveGrows' in place.dataset;
  elsewhere = fresh;
  const wanted = [
    ...(grows ? fresh : []),
    ...changed.map(({ id, revision }) => `${id} ${revision}`),
    ...gone,
    ...(place.dataset.liveState === state ? [] : [state]),
  ];
  if (wanted.filter(mayTry).length > 0) {
    const page = await pageAt(location.pathname);
    const mended = new Map();
    for (const { id } of changed) mended.set(id, await updateAt(place, page, id));
    keepPlace(() => {
      for (const id of gone) here.get(id).remove();
      for (const [id, update] of mended) replace(here.get(id), update);
      for (const part of document.querySelectorAll('[data-live-swap]')) {
        replace(part, page.querySelector(`[data-live-swap="${part.dataset.liveSwap}"]`));
      }
    });
    if (grows) take(fresh, page);
    place.dataset.liveState = page.querySelector('[data-live-state]')?.dataset.liveState ?? place.dataset.liveState;
  }
  announce(place);
  return place.dataset.liveState === 'live';
}

/** An update as it is now: in this page, or, where others have pushed it on since, in the page that has it. */
async function updateAt(place, page, id) {
  const path = `${place.dataset.liveUpdates}/${encodeURIComponent(id)}`;
  return page.getElementById(`update-${id}`) ?? (await pageAt(path)).getElementById(`update-${id}`);
}

/** Where new updates come in, whatever is older than the oldest in the list; on any other page all there is. */
function notNew(updates, place) {
  const listed = new Set(updatesIn(find('list')).map(idOf));
  const isOld = 'liveGrows' in place.dataset ? updates.findLastIndex(({ id }) => listed.has(id)) + 1 : 0;
  const isFirst = 'liveGrows' in place.dataset && listed.size === 0;
  // Pinned ones stand on the first page only.
  const isPinned = ({ pinned }) => pinned && !find('pinned').firstChild;
  return new Set(isFirst ? [] : [...updates.slice(isOld), ...updates.filter(isPinned)].map(({ id }) => id));
}

function replace(old, next) {
  if (!old || !next || old.contains(document.activeElement) || old.outerHTML === next.outerHTML) return;
  old.replaceWith(document.importNode(next, true));
}

/** What the page has of the new ones; the rest are on another page, or will be in this one the next time. */
function take(fresh, page) {
  const found = updatesIn(page).filter((update) => fresh.includes(idOf(update)));
  const isAtEnd = find('new').dataset.liveNew === 'end';
  const imported = found.map((update) => document.importNode(update, true));
  waiting = isAtEnd ? [...waiting, ...imported] : [...imported, ...waiting];
  elsewhere = fresh.filter((id) => !found.some((update) => idOf(update) === id));
  // At the end nothing moves, and above the window nothing that is seen.
  if (isAtEnd || find('new').getBoundingClientRect().bottom < 0) insert();
}

function insert() {
  const holder = find('new');
  if (!holder || waiting.length === 0) return;
  keepPlace(() => (holder.dataset.liveNew === 'end' ? holder.append(...waiting) : holder.prepend(...waiting)));
  arrived.push(...waiting.map(idOf));
  waiting = [];
}

/** Whatever changes above the window, what is read stays where it is. */
function keepPlace(change) {
  const anchor = updatesIn(document).find((update) => update.getBoundingClientRect().bottom > 0);
  const before = anchor?.getBoundingClientRect().top ?? 0;
  const { style } = document.documentElement;
  style.overflowAnchor = 'none';
  change();
  if (anchor?.isConnected && before < 0) {
    scrollBy({ top: anchor.getBoundingClientRect().top - before, behavior: 'instant' });
  }
  style.overflowAnchor = '';
}

/** Says how many are new, in a button that leads to them; a link where they are on another page. */
function announce(place) {
  const news = find('news');
  const count = waiting.length + arrived.length + elsewhere.length;
  if (!news) return;
  if (count === 0) return news.replaceChildren();
  const words = count === 1 ? news.dataset.one : news.dataset.many.replace('#', count);
  if (news.textContent === words) return;
  const isHere = waiting.length + arrived.length > 0;
  const control = document.createElement(isHere ? 'button' : 'a');
  control.className = news.dataset.control;
  control.textContent = words;
  if (isHere) control.addEventListener('click', show);
  else control.href = `${place.dataset.liveUpdates}/${encodeURIComponent(elsewhere[0])}`;
  news.replaceChildren(control);
}

function show() {
  insert();
  const first = updatesIn(document).find((update) => arrived.includes(idOf(update)));
  for (const id of [...arrived, ...elsewhere]) known.add(id);
  [arrived, elsewhere] = [[], []];
  find('news')?.replaceChildren();
  const heading = first?.querySelector('h2');
  first?.scrollIntoView({ block: 'start' });
  heading?.focus({ preventScroll: true });
}

document.addEventListener('visibilitychange', () => {
  if (!document.hidden) follow();
});
timer = setTimeout(follow, everyMs);
