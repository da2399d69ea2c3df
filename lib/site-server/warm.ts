const fronts = ['/', '/es'];
const newestPerFront = 10;
const timeoutMs = 20_000;
const articleLink = /href="((?:\/es)?\/articles\/[a-z0-9-]+)"/g;

/** Asks for the fronts and the newest articles they link, one after the other, so that readers find them made. */
export async function warmNewestPages(siteOrigin: string): Promise<{ warmed: number; failed: number }> {
  let warmed = 0;
  let failed = 0;
  const warm = async (path: string): Promise<string> => {
    const answer = await fetch(new URL(path, siteOrigin), { signal: AbortSignal.timeout(timeoutMs) }).catch(
      () => null,
    );
    if (answer?.ok) warmed += 1;
    else failed += 1;
    return answer?.ok ? answer.text() : '';
  };
  for (const front of fronts) {
    const links = [...(await warm(front)).matchAll(articleLink)].map(([, path = '']) => path);
    for (const path of [...new Set(links)].slice(0, newestPerFront)) await warm(path);
  }
  return { warmed, failed };
}
