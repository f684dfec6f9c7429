/** Vite: the address of an asset. Declared here because `vite/client` would pull the DOM's types into worker code. */
declare module '*?url' {
  const url: string;
  export default url;
}
