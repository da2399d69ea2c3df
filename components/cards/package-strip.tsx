import type { FeaturedPackage } from '#lib/content/front-page.ts';
import { OpenedList } from './opened-list.tsx';

type Props = { featured: FeaturedPackage; timeZone: string };

/** What an editor has put together, across the page, under its own headline. */
export function PackageStrip({ featured, timeZone }: Props) {
  const id = `package-${featured.key}`;
  return (
    <section aria-labelledby={id} className="border-ink border-t-2 pt-4">
      <h2 id={id} className="text-second tracking-[-0.008em]">
        {featured.title}
      </h2>
      {featured.standfirst && (
        <p className="mt-1 max-w-[40rem] text-card text-ink-2 leading-normal">{featured.standfirst}</p>
      )}
      <div className="mt-5">
        <OpenedList articles={featured.articles} timeZone={timeZone} wide sections />
      </div>
    </section>
  );
}
