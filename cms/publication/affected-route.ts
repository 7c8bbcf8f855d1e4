/** 0: removed · 1: the item's own · 2: lists and whatever is waited for · 3: knock-on, in the background. */
export type Priority = 0 | 1 | 2 | 3

export type AffectedRoute = { path: string; priority: Priority; why: string }
