/** The little of it that the tests use; the package brings no types. */
declare module 'jsonld' {
  const jsonld: {
    expand: (
      document: object,
      options: {
        documentLoader: (url: string) => Promise<{ contextUrl: null; documentUrl: string; document: object }>
      },
    ) => Promise<object[]>
  }
  export { jsonld as default }
}
