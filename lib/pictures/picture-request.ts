import { z } from 'zod';

const longestSide = 4_000;
const widthStep = 16;
const qualityStep = 5;

const whole = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .pipe(z.number().min(least).max(most));
const fraction = z
  .string()
  .regex(/^(?:0(?:\.\d{1,6})?|1(?:\.0{1,6})?)$/)
  .transform(Number);

/** The parameters of Sanity's picture addresses that our pages use; any other is refused. */
const parametersSchema = z.strictObject({
  w: whole(1, longestSide).optional(),
  h: whole(1, longestSide).optional(),
  q: whole(1, 100).optional(),
  rect: z
    .string()
    .regex(/^\d{1,5},\d{1,5},\d{1,5},\d{1,5}$/)
    .optional(),
  'fp-x': fraction.optional(),
  'fp-y': fraction.optional(),
  fit: z.enum(['clip', 'crop', 'fill', 'fillmax', 'max', 'scale', 'min']).optional(),
  crop: z.enum(['center', 'focalpoint', 'entropy', 'top', 'bottom', 'left', 'right']).optional(),
  fm: z.enum(['jpg', 'png', 'webp', 'avif']).optional(),
  auto: z.literal('format').optional(),
});

const fileName = /^[0-9a-f]{40}-\d{1,5}x\d{1,5}\.(?:jpg|jpeg|png|webp|avif|gif|svg)$/;

export type PictureAddress = { project: string; dataset: string; file: string };

export type PictureRequest =
  | { kind: 'picture'; path: string }
  | { kind: 'unknown' }
  | { kind: 'refused'; parameters: string[] };

/**
 * Turns an address of ours into the path at the asset host. Only the configured dataset exists; widths and qualities
 * are brought to steps, so that nobody can have the same picture computed in thousands of sizes.
 */
export function parsePictureRequest(
  asked: PictureAddress,
  search: URLSearchParams,
  configured: Omit<PictureAddress, 'file'>,
): PictureRequest {
  const { project, dataset, file } = asked;
  if (project !== configured.project || dataset !== configured.dataset || !fileName.test(file)) {
    return { kind: 'unknown' };
  }
  const names = [...search.keys()];
  const parsed = parametersSchema.safeParse(Object.fromEntries(search));
  if (!parsed.success || new Set(names).size !== names.length) return { kind: 'refused', parameters: names };
  // Without a width nothing would be stepped.
  const { w, h, rect } = parsed.data;
  if (w === undefined && (h !== undefined || rect !== undefined))
    return { kind: 'refused', parameters: names };
  const query = stepped(parsed.data);
  return { kind: 'picture', path: `/images/${project}/${dataset}/${file}${query && `?${query}`}` };
}

function stepped({ w, h, q, ...rest }: z.infer<typeof parametersSchema>): string {
  const width = w && Math.min(longestSide, Math.ceil(w / widthStep) * widthStep);
  const height = h && w && width ? Math.min(longestSide, Math.round((h * width) / w)) : h;
  const quality = q && Math.ceil(q / qualityStep) * qualityStep;
  const given = Object.entries({ w: width, h: height, q: quality, ...rest }).filter(
    ([, value]) => value !== undefined,
  );
  return new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
}
