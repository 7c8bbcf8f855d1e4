/** An address at which nothing is public: Astro answers it with `pages/404.astro`. */
export const notFound = (): Response => new Response(null, { status: 404 })
