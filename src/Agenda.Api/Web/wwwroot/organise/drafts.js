// What is typed and not saved yet, kept in this window of the browser until it is.
export function draftOf(form) {
  const key = `agenda-draft ${form.dataset.api}${form.dataset.etag ? '' : ' new'}`;
  const guarded = act => {
    try {
      return act();
    } catch {
      // Full, or forbidden: then it is kept in the page alone.
      return null;
    }
  };
  return {
    read: () => guarded(() => JSON.parse(sessionStorage.getItem(key))),
    keep: state => guarded(() => sessionStorage.setItem(key, JSON.stringify(state))),
    drop: () => guarded(() => sessionStorage.removeItem(key)),
  };
}
