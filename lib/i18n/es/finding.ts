import type { FindingTexts } from '../en/finding.ts';

export const finding: FindingTexts = {
  finding: { field: 'Busca en el diario', button: 'Buscar' },
};
