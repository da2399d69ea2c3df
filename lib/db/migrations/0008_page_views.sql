CREATE TABLE "page_views" (
	"language" "language" NOT NULL,
	"slug" text NOT NULL,
	"hour" timestamp with time zone NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "page_views_language_slug_hour_pk" PRIMARY KEY("language","slug","hour")
);
--> statement-breakpoint
CREATE INDEX "page_views_hour" ON "page_views" USING btree ("hour");