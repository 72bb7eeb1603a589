/** `1 call`, `3 calls`, `1,204 calls`. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${grouped(number)} ${number === 1 ? one : many}`;
}

/** A number with thousands apart: 12,345. */
export function grouped(number: number): string {
  return Math.round(number)
    .toString()
    .replace(/\B(?=(\d{3})+$)/g, ',');
}

/** Milliseconds in the two digits that a person reads: `850 ms`, `4.2 s`, `3 min`, `5 h`, `2 d`. */
export function duration(milliseconds: number): string {
  if (milliseconds < 1000) return `${Math.round(milliseconds)} ms`;
  const seconds = milliseconds / 1000;
  if (seconds < 60) return `${seconds < 10 ? seconds.toFixed(1) : Math.round(seconds)} s`;
  const minutes = seconds / 60;
  if (minutes < 60) return `${Math.round(minutes)} min`;
  const hours = minutes / 60;
  return hours < 48 ? `${Math.round(hours)} h` : `${Math.round(hours / 24)} d`;
}

/** A share (0 to 1) as whole per cent; what is neither nothing nor all never reads 0 % or 100 %. */
export function percent(share: number): string {
  const whole = Math.round(share * 100);
  if (share > 0 && whole === 0) return '<1 %';
  if (share < 1 && whole === 100) return '>99 %';
  return `${whole} %`;
}

/** The day of a time, as the person's own calendar has it: 2026-11-22. */
export function day(at: number): string {
  const date = new Date(at);
  return [date.getFullYear(), padded(date.getMonth() + 1), padded(date.getDate())].join('-');
}

/** Hour and minute of a time on the person's own clock: 09:05. */
export function clock(at: number): string {
  const date = new Date(at);
  return `${padded(date.getHours())}:${padded(date.getMinutes())}`;
}

function padded(number: number): string {
  return String(number).padStart(2, '0');
}
