/**
 * Tells the panel, which frames the preview of a draft or has opened it, that somebody listens, and loads the draft
 * again after each save. Nobody else's word counts.
 */
export const PREVIEW_SCRIPT = `{
  const panel = document.currentScript.dataset.panel
  addEventListener('message', ({ origin, data }) => {
    if (origin === panel && data?.type === 'payload-document-event') location.reload()
  })
  const watching = window.opener ?? window.parent
  if (watching !== window) watching.postMessage({ type: 'payload-live-preview', ready: true }, panel)
}
`
