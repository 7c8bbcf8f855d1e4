/** Where the moderators' queue lies in the admin. */
export const queuePath = '/hang-cho'
export const queuePage = `/admin${queuePath}`
