/** One thing measured, its unit last in the name. A goal is a bound that the value has to keep. */
export type Finding = {
  name: string;
  value: number | boolean | string;
  goal?: string;
  met?: boolean;
};

export function found(name: string, value: Finding['value']): Finding {
  return { name, value: rounded(value) };
}

export function atMost(name: string, value: number, bound: number): Finding {
  return { name, value: rounded(value), goal: `<= ${bound}`, met: value <= bound };
}

export function atLeast(name: string, value: number, bound: number): Finding {
  return { name, value: rounded(value), goal: `>= ${bound}`, met: value >= bound };
}

export function isSo(name: string, value: boolean): Finding {
  return { name, value, goal: 'true', met: value };
}

function rounded(value: Finding['value']): Finding['value'] {
  return typeof value === 'number' ? Number(value.toPrecision(5)) : value;
}
