import { Picture } from '#components/site/picture.tsx';
import { playerFor } from '#lib/content/embed-player.ts';
import type { Picture as PictureData } from '#lib/content/picture.ts';
import type { Language } from '#lib/i18n/language.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { CreditLine } from './credit-line.tsx';
import { EmbedPlayer } from './embed-player.client.tsx';
import { linkAttributes } from './link-attributes.ts';

type Props = { url: string; title: string; picture: PictureData | null; language: Language };

const widths = [480, 640, 800, 1080, 1280] as const;

/**
 * Something of another site: its name, a picture of our own and a link. Nothing is loaded from there unasked; the hosts
 * of embed-player.ts can be asked here, every other one opens at its own place.
 */
export function EmbedCard({ url, title, picture, language }: Props) {
  const { article: words } = textsFor(language);
  const host = new URL(url).hostname.replace(/^www\./, '');
  const player = playerFor(url);
  const still = picture && (
    <Picture
      picture={picture}
      shape="hero"
      widths={widths}
      sizes="(width >= 64rem) 776px, calc(100vw - 2rem)"
    />
  );
  const elsewhere = (
    <a className="text-link furniture inline-flex min-h-11 items-center" {...linkAttributes(url)}>
      {words.opensElsewhere(host)}
    </a>
  );
  return (
    <figure className="wide-column my-8 break-inside-avoid border-rule border-y py-4">
      <p className="mb-3 font-semibold text-card">{title}</p>
      {player ? (
        <EmbedPlayer player={player} name={title} words={{ show: words.player[player.shape] }} url={url}>
          {still}
        </EmbedPlayer>
      ) : (
        still
      )}
      {picture && <CreditLine caption={picture.caption} credit={picture.credit} />}
      <div className="flex flex-wrap items-center gap-x-4">
        {elsewhere}
        {player && <span className="meta print:hidden">{words.player.loads(player.title)}</span>}
      </div>
    </figure>
  );
}
