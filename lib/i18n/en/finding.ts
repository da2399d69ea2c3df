export const finding = {
  finding: { field: 'Search the paper', button: 'Search' },
};

export type FindingTexts = typeof finding;
