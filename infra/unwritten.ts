// TEMPORARY, stands in for functions that are not written yet.
export const handler = async (): Promise<void> => {};
