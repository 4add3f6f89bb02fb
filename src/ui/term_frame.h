/* A frame: what curses writes for one change of the screen, sent in one piece.
 *
 * ncurses 6.4 writes at each move of the cursor, sixty times a screen: as many calls of the system,
 * wakings of the terminal, and packets over ssh, between which it shows half a screen. While a
 * frame is open standard output is a file in memory; at its end what is in it goes out at once. */
#ifndef GOUJI_UI_TERM_FRAME_H
#define GOUJI_UI_TERM_FRAME_H

struct term_frame {
	int terminal; /* standard output as it was; below 0: frames are sent as curses writes them
		       */
	int memory;
};

/* Standard output is the terminal. */
void term_frame_open(struct term_frame *f);
void term_frame_close(struct term_frame *f);
void term_frame_begin(const struct term_frame *f);
void term_frame_end(const struct term_frame *f);
/* From a handler of a signal: standard output is the terminal again, even amid a frame. */
void term_frame_break(void);

#endif
