import type { CustomValidator } from 'sanity';

/** Two breaks would leave it open which of them ends the preview. */
export const onePaywallBreak: CustomValidator<{ _type: string; _key: string }[] | undefined> = (body) => {
  const second = body?.filter((block) => block._type === 'paywallBreak')[1];
  return (
    !second || {
      message: 'An article has one paywall break: remove this second one.',
      path: [{ _key: second._key }],
    }
  );
};
