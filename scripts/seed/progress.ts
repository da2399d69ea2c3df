export type Progress = { step: string; done: number; total: number };

const width = 24;

function progressText({ step, done, total }: Progress): string {
  const filled = total === 0 ? width : Math.round((done / total) * width);
  return `${step} [${'█'.repeat(filled)}${'·'.repeat(width - filled)}] ${done}/${total}`;
}

type Output = { isTTY?: boolean; write: (text: string) => unknown };

/** One line redrawn in place on a terminal; in a log, so many lines for each step, the last when it is complete. */
export function progressLine(
  output: Output,
  linesOfStep = 1,
): { show: (progress: Progress) => void; end: () => void } {
  let open = false;
  let linesShown = 0;
  return {
    show: (progress) => {
      const complete = progress.done === progress.total;
      if (output.isTTY) output.write(`\r\x1b[2K${progressText(progress)}${complete ? '\n' : ''}`);
      else {
        const lines = Math.floor((progress.done / Math.max(progress.total, 1)) * linesOfStep);
        if (complete || lines > linesShown) output.write(`${progressText(progress)}\n`);
        linesShown = complete ? 0 : lines;
      }
      open = !complete;
    },
    end: () => {
      if (open && output.isTTY) output.write('\n');
    },
  };
}
