libgouji_a_SOURCES += \
	src/review/beside.c \
	src/review/history.c \
	src/review/locate.c \
	src/review/mend.c \
	src/review/merge.c \
	src/review/model.h \
	src/review/record.c \
	src/review/review.c \
	src/review/review.h \
	src/review/sidecar.c \
	src/review/sidecar.h \
	src/review/sidecar_beside.c \
	src/review/sidecar_field.c \
	src/review/sidecar_history.c \
	src/review/sidecar_item.c \
	src/review/sidecar_item.h \
	src/review/sidecar_load.c \
	src/review/sidecar_mend.c \
	src/review/sidecar_write.c \
	src/review/values.c
