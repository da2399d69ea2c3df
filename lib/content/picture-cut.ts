import type { Picture } from './picture.ts';

export type Cut = { left: number; top: number; width: number; height: number };

type Cuttable = Pick<Picture, 'width' | 'height' | 'crop' | 'hotspot'>;

/**
 * The part of the original to show, in its pixels: the editor's crop and, for a given ratio (width to height), the
 * largest part of it with that ratio, as near to the hotspot's middle as the crop allows.
 */
export function cutOut({ width, height, crop, hotspot }: Cuttable, ratio?: number): Cut {
  const left = Math.round(width * (crop?.left ?? 0));
  const top = Math.round(height * (crop?.top ?? 0));
  const kept: Cut = {
    left,
    top,
    width: Math.max(1, width - left - Math.round(width * (crop?.right ?? 0))),
    height: Math.max(1, height - top - Math.round(height * (crop?.bottom ?? 0))),
  };
  if (!ratio) return kept;
  const isTooWide = kept.width / kept.height > ratio;
  const cut = {
    width: isTooWide ? Math.max(1, Math.round(kept.height * ratio)) : kept.width,
    height: isTooWide ? kept.height : Math.max(1, Math.round(kept.width / ratio)),
  };
  const focus = {
    x: (hotspot?.x ?? middle(crop?.left, crop?.right)) * width,
    y: (hotspot?.y ?? middle(crop?.top, crop?.bottom)) * height,
  };
  return {
    ...cut,
    left: within(Math.round(focus.x - cut.width / 2), kept.left, kept.left + kept.width - cut.width),
    top: within(Math.round(focus.y - cut.height / 2), kept.top, kept.top + kept.height - cut.height),
  };
}

function middle(before = 0, after = 0): number {
  return (before + 1 - after) / 2;
}

function within(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, high));
}
