import { useCallback, useRef, useState, type RefCallback } from 'react';

type TextElement = HTMLInputElement | HTMLTextAreaElement;

interface TypedText {
  /** The input's key: a new one is a new input. */
  readonly key: number;
  /** The input's ref. */
  readonly attach: RefCallback<TextElement>;
  /** Call with every change of the text. */
  readonly note: () => void;
  /** Call when what was typed has been taken or dropped, or the field is left. */
  readonly renew: () => void;
}

/**
 * Browsers keep what was typed into an input in an undo stack of their own, and apply it to whatever the input says later.
 * Once the document has the text, undo is the document's: the input is replaced by a new one without a past, focus and all.
 */
export function useTypedText(): TypedText {
  const [generation, setGeneration] = useState(0);
  const hadFocus = useRef(false);
  const wasTyped = useRef(false);
  const attach = useCallback((element: TextElement) => {
    if (hadFocus.current) {
      hadFocus.current = false;
      element.focus({ preventScroll: true });
      element.setSelectionRange(element.value.length, element.value.length);
    }
    return () => {
      hadFocus.current = document.activeElement === element;
    };
  }, []);
  const note = useCallback(() => {
    wasTyped.current = true;
  }, []);
  const renew = useCallback(() => {
    if (wasTyped.current) setGeneration((before) => before + 1);
    wasTyped.current = false;
  }, []);
  return { key: generation, attach, note, renew };
}
