CREATE TABLE "search_documents" (
	"article_id" text PRIMARY KEY NOT NULL,
	"language" "language" NOT NULL,
	"listed" boolean NOT NULL,
	"slug" text NOT NULL,
	"kind" text NOT NULL,
	"headline" text NOT NULL,
	"standfirst" text NOT NULL,
	"section_id" text NOT NULL,
	"topic_ids" text[] NOT NULL,
	"access" text NOT NULL,
	"first_published_at" timestamp with time zone NOT NULL,
	"published_at" timestamp with time zone NOT NULL,
	"embargo_until" timestamp with time zone,
	"open_text" text NOT NULL,
	"gated_text" text NOT NULL,
	"open_vector" "tsvector" NOT NULL,
	"whole_vector" "tsvector" NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"preview_paragraphs" integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX "search_documents_open" ON "search_documents" USING gin ("open_vector");--> statement-breakpoint
CREATE INDEX "search_documents_whole" ON "search_documents" USING gin ("whole_vector");--> statement-breakpoint
CREATE INDEX "search_documents_newest" ON "search_documents" USING btree ("published_at","article_id");