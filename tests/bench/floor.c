/* The floor of the benchmark: the least a curses program can do with a file. It shows a screen of
 * it; j scrolls a line by the terminal's own scrolling, r draws another page over the whole screen,
 * q ends. */
#include <curses.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char **read_lines(const char *path, size_t *n)
{
	FILE *f = fopen(path, "r");
	char *line = NULL, **lines = NULL;
	size_t size = 0;

	*n = 0;
	while (f && getline(&line, &size, f) >= 0) {
		line[strcspn(line, "\r\n")] = '\0';
		lines = realloc(lines, (*n + 1) * sizeof *lines);
		lines[(*n)++] = strdup(line);
	}
	if (f)
		fclose(f);
	free(line);
	return lines;
}

static void show(char **lines, size_t n, size_t top)
{
	erase();
	for (int row = 0; row < LINES && top + (size_t)row < n; row++)
		mvaddnstr(row, 0, lines[top + (size_t)row], COLS);
	refresh();
}

int main(int argc, char **argv)
{
	size_t n, top = 0;

	setlocale(LC_ALL, "");
	char **lines = argc > 1 ? read_lines(argv[1], &n) : NULL;

	if (!lines)
		return 2;
	initscr();
	raw();
	noecho();
	idlok(stdscr, TRUE);
	show(lines, n, top);
	for (int key; (key = getch()) != 'q' && key != ERR;) {
		if (key == 'j')
			top = (top + 1) % n;
		else if (key == 'r')
			top = (top + (size_t)LINES) % n;
		show(lines, n, top);
	}
	endwin();
	return 0;
}
