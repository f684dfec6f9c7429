import { createContext, useContext } from 'react';
import type { Tools } from './tools';

/** Provided once, by main.tsx (or a test). */
export const ToolsContext = createContext<Tools | null>(null);

export function useTools(): Tools {
  const tools = useContext(ToolsContext);
  if (tools === null) throw new Error('ToolsContext is missing: wrap the tree in <ToolsContext.Provider>.');
  return tools;
}
