declare module '*?classic' {
  /** A classic script. */
  const code: string;
  export default code;
}
