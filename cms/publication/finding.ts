/** Notes a fault and, when asked to, repairs it; a repair that fails is a line of its own. */
export type Finding = (problem: string, repair: () => unknown) => Promise<void>
