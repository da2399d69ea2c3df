export type Progress = { step: string; done: number; total: number };

const width = 24;

function progressText({ step, done, total }: Progress): string {
  const filled = total === 0 ? width : Math.round((done / total) * width);
  return `${step} [${'█'.repeat(filled)}${'·'.repeat(width - filled)}] ${done}/${total}`;
}

type Output = { isTTY?: boolean; write: (text: string) => unknown };

/** One line redrawn in place on a terminal; in a log, one line when a step is complete. */
export function progressLine(output: Output): { show: (progress: Progress) => void; end: () => void } {
  let open = false;
  return {
    show: (progress) => {
      const complete = progress.done === progress.total;
      if (output.isTTY) output.write(`\r\x1b[2K${progressText(progress)}${complete ? '\n' : ''}`);
      else if (complete) output.write(`${progressText(progress)}\n`);
      open = !complete;
    },
    end: () => {
      if (open && output.isTTY) output.write('\n');
    },
  };
}
