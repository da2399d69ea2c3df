import 'server-only';
import { z } from 'zod';
import { languageSchema } from '#lib/i18n/language.ts';
import { showEdition } from '#lib/newsletter/show-edition.ts';
import { staffAnswer, staffRefusal, throughStaffDoor } from '../../../staff-door.ts';
import { answerOutcome } from '../../answer-outcome.ts';
import { newsletterRoom, openNewsletterDesk, unknownEdition } from '../../newsletter-desk.ts';

export const dynamic = 'force-dynamic';

type Context = { params: Promise<{ edition: string }> };

const variantSchema = z.object({ language: languageSchema, access: z.enum(['full', 'preview']) });

/** A mail as its readers get it: the frozen one, or what would be sent at this moment. */
export function GET(request: Request, { params }: Context): Promise<Response> {
  return throughStaffDoor(request, newsletterRoom, async (_staff, now) => {
    const { edition: id } = await params;
    if (!z.uuid().safeParse(id).success) return unknownEdition();
    const variant = variantSchema.safeParse(Object.fromEntries(new URL(request.url).searchParams));
    if (!variant.success) return staffRefusal(400, 'Say which language and which access.');
    const shown = await showEdition(await openNewsletterDesk(), id, variant.data, now);
    return shown.kind === 'shown' ? staffAnswer(shown.rendering) : answerOutcome(shown);
  });
}
