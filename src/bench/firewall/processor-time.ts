/** Milliseconds of processor time that this process has used: what a busy machine does meanwhile is not in them. */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
