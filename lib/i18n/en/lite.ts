export const lite = {
  lite: {
    link: 'Lite version',
    full: 'Full version',
    front: 'All headlines',
    moreWays: 'Sign in, or other ways to read on',
  },
};

export type LiteTexts = typeof lite;
