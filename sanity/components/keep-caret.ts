import { createElement, type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { type InputProps, isStringInputProps, type StringInputProps } from 'sanity';
import { movedCaret } from './moved-caret.ts';

/**
 * In a plain field a browser puts the caret to the end when what somebody else types there arrives. The next letter
 * would go to where the other one writes, and Studio's patches cannot tell two writers in one place apart.
 */
export function KeepCaret(props: InputProps) {
  return isStringInputProps(props) ? createElement(PlainField, props) : props.renderDefault(props);
}

type Field = HTMLInputElement | HTMLTextAreaElement;
type Seen = { value: string; start: number; end: number };

function PlainField(props: StringInputProps) {
  useKeptCaret(props.elementProps.ref);
  return props.renderDefault(props);
}

function useKeptCaret(ref: RefObject<unknown>): void {
  const seen = useRef<Seen | null>(null);
  useEffect(() => {
    const look = () => {
      seen.current = stateOf(ref.current);
    };
    // Captured: before React hears of the letter and renders.
    const options = { capture: true };
    for (const type of ['input', 'selectionchange']) document.addEventListener(type, look, options);
    return () => {
      for (const type of ['input', 'selectionchange']) document.removeEventListener(type, look, options);
    };
  }, [ref]);
  // After every render, and before the browser shows it or hears the next key.
  useLayoutEffect(() => {
    const field = ref.current;
    const before = seen.current;
    if (before && isField(field) && field.value !== before.value) {
      const moved = (caret: number) => movedCaret(caret, before.value, field.value);
      field.setSelectionRange(moved(before.start), moved(before.end));
    }
    seen.current = stateOf(field);
  });
}

/** Null where there is no caret: in another field, and in fields of a type that tells of none, such as e-mail. */
function stateOf(field: unknown): Seen | null {
  if (!isField(field) || document.activeElement !== field) return null;
  const { value, selectionStart: start, selectionEnd: end } = field;
  return start === null || end === null ? null : { value, start, end };
}

function isField(value: unknown): value is Field {
  return value instanceof HTMLInputElement || value instanceof HTMLTextAreaElement;
}
