/** Paths below the project as they are read most easily: from the project on. What is to be exact is shown in full. */
export function near(text: string, project: string): string {
  return project === '' ? text : text.replaceAll(`${project}/`, './');
}
